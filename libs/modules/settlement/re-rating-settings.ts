/** How re-rating is shared out. A class, so that Nest can inject it. */
export class ReRatingSettings {
  /** How many accounts are rated anew by one: some seconds of work, so that several processes have something to do. */
  readonly accountsAPart: number = 100;
}
