import type { RunKind } from '@ciyuan/modules/settlement';

/** What every file of an indication says, so that nobody takes it for what was issued. */
export const PROFORMA_MARK = 'proforma / 试算';

interface Versioned {
  readonly kind: RunKind;
  readonly version: number;
}

/** `2`, or `2 proforma / 试算`. */
export const versionText = ({ kind, version }: Versioned): string =>
  kind === 'proforma' ? `${version} ${PROFORMA_MARK}` : String(version);

/** `v2`, or `proforma-v2`: for the names of files. */
export const versionName = ({ kind, version }: Versioned): string =>
  kind === 'proforma' ? `proforma-v${version}` : `v${version}`;

/** Members that a JSON document of an indication has, and another has not. */
export const markMembers = ({
  kind,
}: Pick<Versioned, 'kind'>): { readonly kind?: string; readonly mark?: string } =>
  kind === 'proforma' ? { kind, mark: PROFORMA_MARK } : {};
