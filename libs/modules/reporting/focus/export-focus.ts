import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import { intoFolder, intoNothing } from '../export-target';
import { provedFile, type Proof } from '../formats/proved-file';
import type { FocusScope } from './focus-accounts.store';
import { FOCUS_VERSION } from './focus-columns';
import { FocusControl, type FocusTotals } from './focus-totals';
import { StreamFocus, type FocusRefusal, type FocusToStream } from './stream-focus';

const MANIFEST = 'manifest.json';

export interface FocusToExport extends Pick<FocusToStream, 'month' | 'scope' | 'onProgress'> {
  /** Where the file and its manifest go; without it only the manifest is made. */
  readonly directory?: string;
}

/** What proves a file of cost and usage; nothing in it says when it was made. */
export interface FocusManifest extends Proof {
  readonly format: 'ciyuan-focus-1';
  readonly focusVersion: string;
  readonly month: string;
  readonly scope: FocusScope;
  readonly file: string;
  readonly totals: readonly FocusTotals[];
}

/** Writes a customer's cost and usage of a month, and a manifest that proves it; the same figures, the same bytes. */
@Injectable()
export class ExportFocus {
  constructor(private readonly streamFocus: StreamFocus) {}

  async run({
    month,
    scope,
    directory,
    onProgress,
  }: FocusToExport): Promise<Result<FocusManifest, FocusRefusal>> {
    const control = new FocusControl();
    const streamed = await this.streamFocus.run({ month, scope, control, onProgress });
    if (!streamed.ok) return streamed;
    const target = directory === undefined ? intoNothing : intoFolder(directory);
    const name = focusFileName(month, scope);
    const file = await target(name);
    const proved = provedFile((piece) => file.write(piece));
    for await (const piece of streamed.value) await proved.write(piece);
    await file.close();
    const head = { format: 'ciyuan-focus-1', focusVersion: FOCUS_VERSION, month, scope, file: name } as const;
    const manifest: FocusManifest = { ...head, ...proved.proof(), totals: control.totals() };
    const beside = await target(MANIFEST);
    await beside.write(`${JSON.stringify(manifest, null, 2)}\n`);
    await beside.close();
    return ok(manifest);
  }
}

/** A code may hold what a file name may not; a customer and an account may have the same one. */
export const focusFileName = (month: string, scope: FocusScope): string =>
  'customer' in scope
    ? `focus-${month}-customer-${encodeURIComponent(scope.customer)}.csv`
    : `focus-${month}-account-${encodeURIComponent(scope.account)}.csv`;
