/** `durable` survives a power cut; `throwaway` is for tests: several times faster, worthless after a crash. */
export type Durability = 'durable' | 'throwaway';

export type Settings = Readonly<Record<string, string>>;

const ALWAYS: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

const THROWAWAY: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  autovacuum: 'off',
};

/** The words for the command line of `postgres`; `extra` wins over everything. */
export function settingWords(durability: Durability, extra: Settings): string[] {
  const settings = { ...ALWAYS, ...(durability === 'throwaway' ? THROWAWAY : {}), ...extra };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
