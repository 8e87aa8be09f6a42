const SAMPLE_MS = 50;
const BYTES_A_MEGABYTE = 1_048_576;

export interface Measured<T> {
  readonly result: T;
  readonly ms: number;
  /** The most that this process held while it ran. */
  readonly peakMegabytes: number;
}

/** How long the work takes, and the most memory that the process is seen to hold meanwhile. */
export async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
  let peak = process.memoryUsage.rss();
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, SAMPLE_MS);
  try {
    const began = performance.now();
    const result = await work();
    const ms = performance.now() - began;
    look();
    return { result, ms, peakMegabytes: Math.round(peak / BYTES_A_MEGABYTE) };
  } finally {
    clearInterval(timer);
  }
}
