/** By the end of the name: a browser calls the same file by other types, as the system that it runs on has it. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  gz: 'application/gzip',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

export const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** The media type that the API knows a file by; one that it refuses where it knows none. */
export const mediaTypeOf = (file: File): string => TYPES[endingOf(file.name)] ?? 'application/octet-stream';

/** A file as the body of a request, as it is: its bytes are described as a text. */
export const fileBody = (file: File) => ({
  body: file as unknown as string,
  bodySerializer: (bytes: unknown): BodyInit => bytes as BodyInit,
  headers: { 'content-type': mediaTypeOf(file) },
});
