import './words';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { hasPassed } from '../../parts/instant';
import { CancelPlanChange } from './cancel-plan-change';
import { ChangePlan } from './change-plan';
import { EndSubscription } from './end-subscription';
import { HoldPrices } from './hold-prices';
import { PauseSubscription } from './pause-subscription';
import { RenewPack } from './renew-pack';
import { ResumeSubscription } from './resume-subscription';
import { statusOf, type SubscriptionActionProps, type Taken } from './taken';

interface SubscriptionActionsProps extends SubscriptionActionProps {
  /** All of the account: one may wait to take over from another. */
  readonly subscriptions: readonly Taken[];
}

const PAUSED_ROLES = ['package', 'base'];

/** What can be done with a subscription in its state. */
export function SubscriptionActions(props: SubscriptionActionsProps): ReactNode {
  const { account, subscription, subscriptions } = props;
  const status = statusOf(subscription);
  if (status === 'ended') return null;
  const { role, subscriptionId, startsAt } = subscription;
  const isAwaited = subscriptions.some(
    (one) => one.follows === subscriptionId && statusOf(one) === 'upcoming',
  );
  const isOpen = status === 'running' || status === 'suspended';
  const one = { account, subscription };
  return (
    <Flex gap={6} wrap>
      {role === 'package' && isOpen ? <ChangePlan {...one} /> : null}
      {isAwaited && hasPassed(startsAt) ? <CancelPlanChange {...one} /> : null}
      {role === 'pack' ? <RenewPack {...one} /> : null}
      {role === 'base' ? <HoldPrices {...one} /> : null}
      {PAUSED_ROLES.includes(role) && isOpen ? <PauseSubscription {...one} /> : null}
      {status === 'ending' && !isAwaited && PAUSED_ROLES.includes(role) ? (
        <ResumeSubscription {...one} />
      ) : null}
      {isOpen ? <EndSubscription {...one} /> : null}
    </Flex>
  );
}
