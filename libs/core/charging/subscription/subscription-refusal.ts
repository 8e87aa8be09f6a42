/** Why a subscription is not changed. */
export interface SubscriptionRefusal {
  readonly code:
    | 'unknown_subscription'
    /** A pack or a trial is granted once and ends by itself. */
    | 'ends_by_itself'
    /** A contract ends with its last period, and runs until then. */
    | 'bound_by_contract'
    /** It has ended, or is to end; taking the plan up again is an order. */
    | 'already_ended'
    /** No end is set that could be taken back. */
    | 'not_ending'
    | 'already_suspended'
    | 'not_suspended'
    /** It is suspended, and would have to be reactivated first. */
    | 'suspended'
    /** It is to begin later. */
    | 'not_begun'
    /** Another plan waits to take over: that change has to be cancelled first. */
    | 'change_is_planned'
    | 'no_change_planned'
    /** The plan that took over is granted already, or has begun. */
    | 'already_begun'
    | 'another_role'
    | 'same_plan'
    | 'other_currency'
    /** A cycle that begins later is granted already; the plan can be changed with its end. */
    | 'granted_ahead'
    /** At once only to a plan that grants more and costs no less; to others with what is granted. */
    | 'not_an_upgrade'
    /** Only packs are renewed by hand. */
    | 'not_a_pack'
    | 'not_the_next_cycle'
    /** Only a base tariff has prices that could be held. */
    | 'no_prices'
    /** Prices held until an instant before the one whose prices they are. */
    | 'ends_before_it_begins';
}
