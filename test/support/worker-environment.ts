import { databaseUrls } from '../../libs/platform/embedded-postgres';
import { testServer } from './test-server';

// Each Jest worker has a database of its own; the specs of one worker share it, one after another.
const { appUrl, ownerUrl } = databaseUrls(testServer(), `test_${process.env['JEST_WORKER_ID'] ?? '1'}`);
process.env['DATABASE_URL'] = appUrl;
process.env['DATABASE_OWNER_URL'] = ownerUrl;
