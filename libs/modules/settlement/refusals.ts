import type { CloseItemCode, PlanRefusal } from '@ciyuan/core/settlement';
import type { RunState } from './settlement-run';

/** A settlement needs exactly one party that is the operator. */
export interface NoOperator {
  readonly code: 'no_operator';
  readonly operators: readonly string[];
}

interface MonthClosed {
  readonly code: 'month_closed';
  readonly month: string;
}

export interface NoData {
  readonly code: 'no_data';
  readonly month: string;
}

/** Why a month cannot be calculated, in the order in which the reasons are looked for. */
export type CalculationRefusal = MonthClosed | NoOperator | NoData | PlanRefusal;

interface NotFound {
  readonly code: 'not_found';
}

interface WrongState {
  readonly code: 'wrong_state';
  readonly state: RunState;
}

/** The run is an indication: nobody signs or issues it. */
interface ProformaRun {
  readonly code: 'proforma_run';
}

interface SecondPersonNeeded {
  readonly code: 'second_person_needed';
}

/** In the order in which the reasons are looked for. */
export type SubmissionRefusal = NotFound | ProformaRun | WrongState;

/** In the order in which the reasons are looked for. */
export type ApprovalRefusal =
  | NotFound
  | ProformaRun
  | WrongState
  | SecondPersonNeeded
  /** Something is far from the month before, and nobody has said why; the largest first. */
  | { readonly code: 'variances_open'; readonly findings: readonly string[] };

/** In the order in which the reasons are looked for. */
export type AcknowledgementRefusal =
  | NotFound
  | ProformaRun
  | WrongState
  | SecondPersonNeeded
  | { readonly code: 'unknown_finding'; readonly findings: readonly string[] }
  | { readonly code: 'already_acknowledged'; readonly findings: readonly string[] };

/** The first item that is open on the checklist of a month that is not frozen yet. */
export interface HeldUp {
  /** Of earlier months less than all of that is asked, and before: they are to be issued. */
  readonly code: Exclude<CloseItemCode, 'earlier_month_open'>;
  readonly count: number;
}

/** In the order in which the reasons are looked for. */
export type IssueRefusal =
  | NotFound
  | ProformaRun
  | WrongState
  /** Months are issued in their order, because what is late for one is adjusted in the next. */
  | { readonly code: 'earlier_month_open'; readonly month: string }
  | NoOperator
  /** The roll-ups have moved on since the run was calculated. */
  | { readonly code: 'stale' }
  | HeldUp;
