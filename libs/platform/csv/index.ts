export { readCsv, readRecords, type CsvFile, type PlacedLine } from './read-csv';
export { writeCsv } from './write-csv';
