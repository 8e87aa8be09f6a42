import { join } from 'node:path';

/** The one database of a data folder. */
export const STORED_DATABASE = 'ciyuan';

/** Where a data folder has the cluster of it. */
export const clusterFolder = (dataDir: string): string => join(dataDir, 'postgres');
