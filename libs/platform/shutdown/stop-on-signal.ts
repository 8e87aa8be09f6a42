const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs `stop` at the first SIGINT or SIGTERM, then ends the process: with 0, or with 1 when stopping failed.
 * Later signals change nothing, since npm passes on the Ctrl-C that the terminal has sent already; a stop that
 * takes longer than `patienceMs` ends with 1.
 */
export function stopOnSignal(stop: () => Promise<void>, patienceMs = 45_000): void {
  let stopping = false;
  const begin = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => end(1, 'stopping took too long'), patienceMs).unref();
    stop().then(
      () => end(0),
      (error: unknown) => end(1, error),
    );
  };
  for (const signal of SIGNALS) process.on(signal, begin);
}

function end(code: number, reason?: unknown): void {
  if (reason !== undefined) console.error(reason);
  process.exit(code);
}
