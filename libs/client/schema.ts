// Written by `npm run openapi` out of docs/openapi; never by hand.

export interface paths {
  '/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Accounts, filtered and sorted, page by page; by their opening unless said otherwise */
    get: operations['listAccounts'];
    put?: never;
    /** Open an account; opening the same again changes nothing */
    post: operations['openAccounts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An account: whose it is, where, and how it stands */
    get: operations['readAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/adjustments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for a credit, a debit or a refund; what nobody else has to sign is posted. Or preview that */
    post: operations['requestAdjustments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/adjustments/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An adjustment with what became of it: who, when, what */
    get: operations['readAdjustments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/adjustments/{number}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign it, as another person; the last signature that is needed posts it. Or preview */
    post: operations['approveAdjustmentDecisions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/adjustments/{number}/rejection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say no to it, and why; as another person than whoever asked or signed */
    post: operations['rejectAdjustmentDecisions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/adjustments/{number}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw what one asked for oneself */
    post: operations['withdrawAdjustmentDecisions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every grant of an account in burn order, and what is left of it */
    get: operations['readBalance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/collection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How an account paid, pays and is to pay */
    get: operations['readCollections'];
    /** How an account pays what becomes final from an instant on */
    put: operations['setCollections'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/commitments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The commitments of an account, and what each of their periods has come to */
    get: operations['readCommitments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/customer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say whose an account is that was opened without a customer */
    post: operations['assignAccounts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/grants/{grant}/movements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a grant was given and what left it, the latest first, page by page */
    get: operations['listGrantMovements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Book what a customer paid; the same reference of a method again books nothing */
    post: operations['receivePayments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/payments/{number}/allocations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put what is left of a payment to an invoice, or to the oldest that are open */
    post: operations['allocatePayments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/payments/{number}/reversal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back a payment that bounced: the customer owes it again */
    post: operations['reversePayments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/receivable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the ledger says that a customer owes, by currency and cause */
    get: operations['readPaymentsReceivable'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Suspend an account, take it up again, or close it for good */
    post: operations['changeAccounts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What an account has taken up, and until when */
    get: operations['listSubscriptionChanges'];
    put?: never;
    /** Take up a plan for an account; what it grants is granted at once. Or preview that */
    post: operations['orderSubscriptions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/subscriptions/{id}/cancel-plan-change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Drop a plan that waits to take over, and run on; or preview that */
    post: operations['cancelPlanChanges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/subscriptions/{id}/change-plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have another plan take over, at once or with what is granted; or preview that */
    post: operations['changePlanChanges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/subscriptions/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a subscription, at once or with what is granted; or preview that */
    post: operations['endSubscriptionChanges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/subscriptions/{id}/price-protection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hold the prices of a base tariff, or let them follow the book; or preview that */
    post: operations['onePriceProtections'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/subscriptions/{id}/reactivate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a suspension back; what was missed is not granted. Or preview that */
    post: operations['reactivateSubscriptionChanges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/subscriptions/{id}/renew': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Grant a pack once more, where its last grant ends or beside it; or preview that */
    post: operations['renewPlanChanges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/subscriptions/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back an end that is still to come; or preview that */
    post: operations['resumeSubscriptionChanges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/subscriptions/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Suspend a package or a base tariff: nothing further is granted; or preview that */
    post: operations['suspendSubscriptionChanges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{code}/transfers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give package tokens of an account to another one; or preview that */
    post: operations['giveTransfers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/adjustments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Adjustments of all accounts, filtered and sorted, page by page */
    get: operations['listAdjustments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approvals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits for a second person of the caller’s role, the longest wait first */
    get: operations['listApprovals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What people and keys asked to be done, and were answered; the latest first */
    get: operations['listAuditLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-log/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as CSV from the oldest on; the last row has the digest of what is before it */
    get: operations['readAuditLogFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-log/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Walk the whole chain: whether every entry is as it was written */
    get: operations['readAuditLogVerification'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bill-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Bill runs, filtered and sorted, page by page */
    get: operations['listBillRuns'];
    put?: never;
    /** Have bills calculated up to a cut-off, as a draft; a draft that there is is set aside */
    post: operations['requestBillRuns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bill-runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A bill run, what it comes to and how far it is */
    get: operations['findBillRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/bill-runs/{id}/finalise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have a draft made final, as another person than the one who had it calculated; answers before it is done */
    post: operations['finaliseBillRuns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/campaign-pools': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Pools of package tokens that campaigns give from, and what is taken of them, page by page */
    get: operations['listCampaigns'];
    put?: never;
    /** Open a campaign’s pool; opening the same again changes nothing */
    post: operations['openCampaigns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/campaign-pools/{code}/top-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put tokens into a pool, once for each reference */
    post: operations['topUpCampaigns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/catalogue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Versions of documents of every kind, filtered and sorted, page by page */
    get: operations['readDocumentsAll'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/catalogue/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The documents of a kind, each as it is in force now or at another instant */
    get: operations['listDocuments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/catalogue/{kind}/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One document as it is in force now or at another instant */
    get: operations['readDocuments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/catalogue/{kind}/{code}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The versions of a document, in the order in which they were published */
    get: operations['readDocumentsVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/catalogue/{kind}/{code}/versions/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one version of a document says otherwise than another, place by place */
    get: operations['diffDocuments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/clawbacks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was asked to be taken back, of all months or of one; the latest first */
    get: operations['listClawbacks'];
    put?: never;
    /** Ask for the shares of revenue of an issued month that did not last */
    post: operations['requestClawbacks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/clawbacks/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve it, as another person: the open month takes it from each party */
    post: operations['approveClawbacks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/clawbacks/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reject it, as another person: nothing moves */
    post: operations['rejectClawbacks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/customers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Customers, filtered and sorted, page by page; by code unless said otherwise */
    get: operations['listCustomers'];
    put?: never;
    /** Make a customer known, once for each identity; saying the same again changes nothing */
    post: operations['registerCustomers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/customers/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A customer with everybody above it and those directly below it */
    get: operations['readCustomer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/customers/{code}/billing-profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How a customer is billed, and what its fapiao names; none where nothing was said */
    get: operations['readBillingProfile'];
    /** How a customer is billed from the next run on, and what its fapiao names */
    put: operations['setBillingProfile'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/customers/{code}/parent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make an organisation part of another, or of none */
    post: operations['moveCustomers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/customers/{code}/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Note that a customer is who it says; the first finding stands */
    post: operations['verifyCustomers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/disputes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Disputes, filtered and sorted, page by page */
    get: operations['listDisputes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/disputes/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A dispute: what is claimed, what proves it, and what was said of it */
    get: operations['readDisputes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/disputes/{id}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add a file to a dispute that is not decided yet; 5 MB and 20 files at most */
    post: operations['addEvidence'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/disputes/{id}/evidence/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One file, as it was sent */
    get: operations['readEvidence'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/disputes/{id}/lines/{line}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Agree to what was proposed, as another person, or send it back */
    post: operations['decideDisputeLines'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/disputes/{id}/lines/{line}/proposal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say what should become of a disputed line: what is granted, or that nothing is */
    post: operations['proposeDisputeLines'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/disputes/{id}/lines/{line}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Dispute a line no longer: the party itself, or staff in its name */
    post: operations['withdrawDisputeLines'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Drafts, filtered and sorted, page by page */
    get: operations['listDrafts'];
    put?: never;
    /** Write a draft of a version; kept only if the version could be published */
    post: operations['writeDrafts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A draft with what it changes, and how many subscriptions that touches */
    get: operations['readDrafts'];
    /** Change a draft of one’s own that is not submitted */
    put: operations['changeDrafts'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign a submitted draft, as another person than its author: it is in the catalogue */
    post: operations['approveDecisions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse a submitted draft, as another person than its author, and say why */
    post: operations['rejectDecisions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lay a draft of one’s own before a second person; it does not change any more */
    post: operations['submitDrafts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back a draft of one’s own that nobody has decided about */
    post: operations['withdrawDrafts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/due-work': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Renew, expire and confirm now what is due by the clock */
    post: operations['runDueWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/intake': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was written of usage in the last minutes, by who reported it; a partner sees its own */
    get: operations['readIntake'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invoices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Final invoices and credit notes, filtered and sorted, page by page */
    get: operations['listInvoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invoices/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A final document with its lines, its buyer and what became of it since */
    get: operations['readInvoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invoices/{number}/credit-notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for parts of the lines of a document to be credited */
    post: operations['askCreditInvoiceCorrections'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invoices/{number}/credit-notes/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Issue a credit note, as another person than the one who asked for it */
    post: operations['creditInvoiceCorrections'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invoices/{number}/export.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A final document to hand out, with its SHA-256 as entity tag: on paper, as spreadsheet or JSON */
    get: operations['exportInvoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invoices/{number}/lines.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The lines of a final document as CSV */
    get: operations['readInvoicesLines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invoices/{number}/void': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for a final document to be void; what is on it is billed again by the next run */
    post: operations['askVoidInvoiceCorrections'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invoices/{number}/void/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Void a document, as another person than the one who asked for it */
    post: operations['voidInvoiceCorrections'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Jobs, filtered and sorted, page by page */
    get: operations['listJobs'];
    put?: never;
    /** Have a month calculated, a run exported, or renewals, expiries or confirmations booked; answers before it is done */
    post: operations['requestJobs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where a job stands, and what came of it */
    get: operations['findJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{id}/files/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of the files that the manifest of an export lists, byte by byte as the job wrote it */
    get: operations['readJobFiles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ledger/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The chart of accounts: what each account of the ledger means */
    get: operations['readBooksAccounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ledger/deferred-revenue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the deferred revenue of each plan went from a month’s beginning to its end */
    get: operations['readBooksDeferredRevenue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ledger/deferred-revenue/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as CSV, with control totals and what the journals have beside them */
    get: operations['readBooksDeferredRevenueFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ledger/trial-balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What every account came to: `at` an instant, or in an accounting `month` */
    get: operations['readBooksTrialBalance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ledger/trial-balance/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The trial balance as CSV, with a row of control totals for each asset */
    get: operations['readBooksTrialBalanceFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ledger/vouchers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A month as vouchers for the general ledger, and the name, size and SHA-256 of their file */
    get: operations['readVouchers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ledger/vouchers/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The vouchers as CSV, each with a row of control totals */
    get: operations['exportVouchers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The models that can be reported, filtered and sorted, page by page */
    get: operations['listModels'];
    put?: never;
    /** Make a model known; saying the same again changes nothing */
    post: operations['defineModels'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/months': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Accounting months, the latest first: their states and how far each has come */
    get: operations['listMonths'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/months/{month}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A month: its calendar, what holds it up, what was waived, who did what */
    get: operations['readMonths'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/months/{month}/freeze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Book nothing more in a month whose checklist holds nothing up; later usage goes to the next */
    post: operations['freezeMonths'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/months/{month}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask that a frozen month be opened again */
    post: operations['reopenMonths'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/months/{month}/reopen/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a frozen month again, as another person than the one who asked for it */
    post: operations['approveMonths'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/months/{month}/waivers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Waive what there is of an item now; when there is more of it, it is open again */
    post: operations['waiveWaivers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/months/{month}/waivers/{number}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Wait for what was waived after all */
    post: operations['withdrawWaivers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have a file of at most 10000 orders taken, or previewed; answers before it is done */
    post: operations['importOrderImports'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Files of orders, filtered and sorted, page by page */
    get: operations['listOrderImports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of orders, and what became of each of its lines, page by page */
    get: operations['readOrderImports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/imports/{id}/outcomes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of each line of a file of orders, as a file */
    get: operations['readOrderImportsOutcomes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who paid, what was charged and what was earned, by the day on which it was booked */
    get: operations['readOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/overview/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is wrong or late now, and where it is shown */
    get: operations['readOverviewAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/overview/commitments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much of each running commitment is used, and how much of its period is over */
    get: operations['readOverviewCommitments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/parties': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Operator, vendors, compute owners, channels and partners, by code */
    get: operations['listParties'];
    put?: never;
    /** Make a party known; saying the same again changes nothing */
    post: operations['registerParties'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/parties/{code}/commitment-position': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was promised to buy of a party, what counts by month, and what will be due */
    get: operations['readContractsPosition'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/parties/{code}/terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The contract in force with a party, since when, and what is advanced and held back by it */
    get: operations['readContractsTerms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/parties/{party}/reconciliation-agreements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that was agreed with a party about its files, the earliest first */
    get: operations['listAgreements'];
    /** Agree tolerances and columns with a party; they replace what was agreed from then on */
    put: operations['agreeAgreements'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Payments of all accounts, filtered and sorted, page by page */
    get: operations['listPayments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/phone-bill-feedback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Book what a carrier’s file says, or nothing of it; the same file again books nothing */
    post: operations['receiveFeedback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/phone-bill-feedback/{sequence}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A carrier’s file by its own number: what was collected, and what was not and why */
    get: operations['readFeedback'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/phone-bill-files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Files that were handed over, page by page */
    get: operations['listPhoneBillFiles'];
    put?: never;
    /** Make the next file, of what became final before the cut-off and is in none yet */
    post: operations['makePhoneBillFiles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/phone-bill-files/{sequence}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file that was handed over, line by line */
    get: operations['readPhoneBillFiles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/phone-bill-files/{sequence}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The file as it was made, byte for byte, with its SHA-256 as entity tag */
    get: operations['readPhoneBillFilesContent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/price-books/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a file as a price or cost book, and show what it would change; nothing is saved */
    post: operations['importPriceBooks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/price-books/{code}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A price or cost book as a file to edit and import again; the version in force, or another */
    get: operations['exportPriceBooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/price-books/{code}/percent-change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The next version with its prices changed by per cent, as a preview; nothing is saved */
    post: operations['percentChangePriceBooks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/price-notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Notices of prices, filtered and sorted, page by page */
    get: operations['listPriceNotices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/price-notices/{id}/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The subscriptions that a notice is about: page by page, or all as a file */
    get: operations['readPriceNoticesSubscriptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/price-protections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hold the prices of many base tariffs, each account by itself; or preview that */
    post: operations['manyPriceProtections'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/re-ratings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Rate an account’s records of a time anew: what would change, and with apply and its digest, that */
    post: operations['reRateReRatings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/re-ratings/costs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Book the costs of a month that no book priced and one does by now; nothing that customers are charged */
    post: operations['costsReRatings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/re-ratings/voided': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Before a month is issued: rate anew every account with voids booked to it that nothing has since */
    post: operations['voidedReRatings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reconciliations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Files of partners, filtered and sorted, page by page */
    get: operations['listReconciliations'];
    put?: never;
    /** Have a partner’s file of a month compared with ours; answers before it is done */
    post: operations['receiveReconciliations'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reconciliations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A partner’s file, and what both sides come to, outcome by outcome */
    get: operations['readReconciliations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reconciliations/{id}/differences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What differs, the largest amount first unless said otherwise, page by page */
    get: operations['listReconciliationDifferences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reconciliations/{id}/differences/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that differs, as a file, with control totals at its end */
    get: operations['exportReconciliationDifferences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reconciliations/{id}/disputes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Dispute what is marked as to be disputed: a line for each line of the issued statement that it belongs to, with the differences as its evidence */
    post: operations['openDifferenceDisputes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reconciliations/{id}/resolutions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say what is done about differences: of one, of some, or of all that a filter names */
    post: operations['resolveReconciliationDifferences'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/breakage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sold, consumed and expired package tokens by plan and accounting month, and what expiring earned */
    get: operations['readBreakageBreakage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/breakage/export.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as CSV, or as a spreadsheet whose totals are formulas */
    get: operations['readBreakageFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/breakage/manifest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Control totals, and the SHA-256 of each file as it is now */
    get: operations['readBreakageManifest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/focus/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A customer’s or an account’s cost and usage of an accounting month, as FOCUS 1.2; long ones are for jobs */
    get: operations['readFocusFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/focus/manifest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The SHA-256 and the control totals of such a file as it is now */
    get: operations['readFocusManifest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/margin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Revenue, cost and margin of accounting months by one or two dimensions, in all and for a million tokens; months that are not issued are provisional */
    get: operations['readMarginMargin'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/margin/export.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as CSV, or as a spreadsheet whose totals are formulas */
    get: operations['readMarginFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/margin/manifest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Control totals, and the SHA-256 of each file as it is now */
    get: operations['readMarginManifest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Customers, accounts, plans, price books, parties, models, invoices and runs by a text */
    get: operations['readSearchSearch'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in, and until when */
    get: operations['readSessions'];
    put?: never;
    /** Sign in; the answer’s cookie is the session */
    post: operations['beginSessions'];
    /** Sign out */
    delete: operations['endSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/oidc': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Go to the issuer to sign in there */
    get: operations['readOidcBegin'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/oidc/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Come back from the issuer: signed in, or told that nobody here is known by that name */
    get: operations['readOidcEnd'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How one can sign in here, for whoever is not signed in yet */
    get: operations['readOidcOptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Choose another password; every session ends, and this one begins anew */
    put: operations['changePasswordSessions'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs, filtered and sorted, page by page */
    get: operations['listRuns'];
    put?: never;
    /** Calculate a month as a new version; earlier versions that are not issued are set aside. Or as an indication (proforma) */
    post: operations['calculateRuns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A run with its splits and what it comes to */
    get: operations['findRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-runs/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign a calculated run, as another person than the one who made it */
    post: operations['approveRuns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-runs/{id}/differences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changed in a run since another version of its month: by party, and the lines that moved most */
    get: operations['readDifferences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-runs/{id}/differences/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every line that changed as CSV, with what parties and currencies came to before and after */
    get: operations['exportDifferences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-runs/{id}/issue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Issue the statements of an approved run, post its journal and close the month */
    post: operations['issueRuns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-runs/{id}/manifest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the export of a run consists of: each file with its SHA-256 and control totals */
    get: operations['readManifest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-runs/{id}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand in a calculated run and its statements to be looked at; a run may be signed without */
    post: operations['submitRuns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-runs/{id}/variances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What of a run is far from the month before by the policy in force, the largest first; who said why */
    get: operations['readVariances'];
    put?: never;
    /** Say why findings are right as they are, as another person than the one who made the run */
    post: operations['acknowledgeVariances'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff-accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may sign in, filtered and sorted, page by page; by login unless said otherwise */
    get: operations['listStaffAccounts'];
    put?: never;
    /** Let somebody sign in, with a password that is said once */
    post: operations['addStaffAccounts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff-accounts/{login}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One account */
    get: operations['readStaffAccounts'];
    /** Change name, role and party, or disable; it counts with the next request */
    put: operations['changeStaffAccounts'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff-accounts/{login}/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give another password, said once; every session of the account ends */
    post: operations['resetPasswordStaffAccounts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The statements that stand, filtered and sorted, page by page */
    get: operations['listStatements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One party’s month */
    get: operations['readStatements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/bases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much of which month’s share waits until it is invoiced or collected */
    get: operations['readStatementBases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/bases/{month}/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The accounts whose invoices or payments decided what of that month is due */
    get: operations['readStatementBasesAccounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that an issued statement is right: the party itself, or staff in its name */
    post: operations['confirmStatementLife'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/disputes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Dispute lines of an issued statement: the party itself, or staff in its name */
    post: operations['openDisputes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/export.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The statement as a file, the same as in the export of its run, with control totals */
    get: operations['exportStatements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/invoice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Record the party’s invoice for what is payable; or preview that */
    post: operations['invoiceStatementLife'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/life': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a statement since it was issued: who, when, what */
    get: operations['readStatementLife'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the statement is made of, page by page */
    get: operations['readStatementsLines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/payment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Record that the bank has paid what was approved; or preview that */
    post: operations['payPayouts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{runId}/{party}/payment-approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let an invoice be paid, as another person than the one who recorded it; or preview that */
    post: operations['approvePayouts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What all accounts have taken up, filtered and sorted, page by page */
    get: operations['listAllSubscriptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/suspense': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Records in suspense, filtered and sorted, page by page; a partner sees its own */
    get: operations['listSuspense'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/suspense/causes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What records in suspense wait for, the most frequent first; a partner sees its own */
    get: operations['listSuspenseCauses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/suspense/causes/recycle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try what waits for one cause again, the oldest thousand of it */
    post: operations['recycleSuspenseCauses'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/suspense/recycle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try records in suspense again with the catalogue as it is now */
    post: operations['recycleSuspense'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reported usage as it stands, the newest first, page by page; a partner sees its own */
    get: operations['listUsageList'];
    put?: never;
    /** Report usage: a result for each record, in the order of the post */
    post: operations['postUsage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/usage/explanation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why a record was charged as it was: computed again, and compared with what is stored */
    get: operations['readExplanation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/usage/replacements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make records void and report others in their place, under new ids: both, or neither */
    post: operations['replaceVoids'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/usage/voids': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make reported records void: a result for each, in the order of the post */
    post: operations['voidVoids'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AcceptedBillRunView: {
      job: components['schemas']['JobView'];
      id: number;
      cutOff: string;
      graceHours: number;
      /** @description From then on it can be made final. */
      graceUntil: string;
      accounts: string[];
      customers: string[];
      state: string;
      inputDigest: string | null;
      createdAt: string;
      createdBy: string;
      finalisedAt: string | null;
      finalisedBy: string | null;
    };
    AcceptedImportView: {
      job: components['schemas']['JobView'];
      id: number;
      /** @description SHA-256 of the file: the same file again is the same import. */
      digest: string;
      preview: boolean;
      rows: number;
      requestedBy: string;
      requestedAt: string;
    };
    AcceptedReconciliationView: {
      job: components['schemas']['JobView'];
      id: number;
      party: string;
      /** @enum {string} */
      role: 'compute_owner' | 'reporter' | 'settlement' | 'vendor';
      month: string;
      /** @enum {string} */
      level: 'hours' | 'records' | 'statement';
      currency: string;
      fileName: string;
      /** @enum {string} */
      format: 'csv' | 'csv_gzip' | 'xlsx';
      /** @description SHA-256 of the file: the same file again is the same run, unless it was found faulty. */
      fileDigest: string;
      columns: {
        amount?: string;
        at?: string;
        audio_input?: string;
        audio_output?: string;
        cache_write?: string;
        cache_write_1h?: string;
        cached_input?: string;
        characters?: string;
        currency?: string;
        image_input?: string;
        image_output?: string;
        images?: string;
        input?: string;
        kind?: string;
        model?: string;
        output?: string;
        pages?: string;
        plan?: string;
        reasoning?: string;
        recordId?: string;
        requests?: string;
        seconds?: string;
        source?: string;
        tenant?: string;
        tokens?: string;
        tool_calls?: string;
        video_input?: string;
        video_output?: string;
      };
      /** @description Null where nothing was agreed, and nothing may differ. */
      agreement: number | null;
      tokens: components['schemas']['ToleranceView'];
      money: components['schemas']['ToleranceView'];
      /** @enum {string} */
      state: 'failed' | 'matched' | 'received';
      requestedBy: string;
      requestedAt: string;
      endedAt: string | null;
      rows: number | null;
      /** @description Of a failed one: the first cells that cannot be read. */
      faults:
        | {
            row: number;
            column: string | null;
            code: string;
            detail: string;
          }[]
        | null;
    };
    AccountDocumentView: {
      account: string;
      invoice: string;
      kind: string;
      currency: string;
      issuedAt: string;
      gross: string;
      credited: string;
      paid: string;
      /** @description Below zero it is owed to the customer. */
      open: string;
      /** @description What the carrier said last of it, where it collects it. */
      reported: string | null;
    };
    AccountView: {
      /** @description Day of the month, 1 to 31, that its billing periods begin on. */
      anchorDay: number;
      code: string;
      currency: string;
      /** @description The code of the customer that it belongs to; null for an account that nobody was named for. */
      customer: string | null;
      name: string;
      /** @description Where it is used, if that is not where its customer is at home. */
      region: string | null;
      segment: string;
      /** @enum {string} */
      status: 'active' | 'closed' | 'suspended';
      /** @description IANA zone that its periods are cut in. */
      zone: string;
    };
    AccountsView: {
      accounts: components['schemas']['AccountView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    AcknowledgementView: {
      reason: string;
      by: string;
      at: string;
    };
    AdjustmentDetailsView: {
      events: {
        kind: string;
        at: string;
        by: string;
        role: string;
        note: string | null;
        /** @description Of the journal that booked it. */
        batchId: number | null;
      }[];
      account: string;
      number: number;
      kind: string;
      currency: string;
      amount: string;
      net: string;
      tax: string;
      vatRate: string;
      reason: string;
      reference: string | null;
      /** @description How many people sign besides whoever asked. */
      approvals: number;
      /** @description The version of the limits that says so; null where none was in force. */
      limitsVersionId: number | null;
      requestedAt: string;
      requestedBy: string;
      state: string;
    };
    /** @description Amounts are decimals in the currency: net + tax = amount. */
    AdjustmentView: {
      account: string;
      number: number;
      kind: string;
      currency: string;
      amount: string;
      net: string;
      tax: string;
      vatRate: string;
      reason: string;
      reference: string | null;
      /** @description How many people sign besides whoever asked. */
      approvals: number;
      /** @description The version of the limits that says so; null where none was in force. */
      limitsVersionId: number | null;
      requestedAt: string;
      requestedBy: string;
      state: string;
    };
    AdjustmentsView: {
      adjustments: components['schemas']['AdjustmentView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    /** @description What approving a draft would touch, in numbers. */
    Affected: {
      subscriptions: number;
      accounts: number;
      /** @description By plan, and by when the change reaches it. */
      plans: components['schemas']['AffectedPlan'][];
      /** @description Codes of the parties that the draft names. */
      parties: string[];
    };
    AffectedPlan: {
      plan: string;
      /** @enum {string} */
      reach: 'at_once' | 'new_orders_only' | 'with_next_grant';
      subscriptions: number;
      accounts: number;
    };
    AgreementView: {
      number: number;
      effectiveFrom: string;
      tokens: components['schemas']['ToleranceView'];
      money: components['schemas']['ToleranceView'];
      columns: {
        amount?: string;
        at?: string;
        audio_input?: string;
        audio_output?: string;
        cache_write?: string;
        cache_write_1h?: string;
        cached_input?: string;
        characters?: string;
        currency?: string;
        image_input?: string;
        image_output?: string;
        images?: string;
        input?: string;
        kind?: string;
        model?: string;
        output?: string;
        pages?: string;
        plan?: string;
        reasoning?: string;
        recordId?: string;
        requests?: string;
        seconds?: string;
        source?: string;
        tenant?: string;
        tokens?: string;
        tool_calls?: string;
        video_input?: string;
        video_output?: string;
      };
      agreedAt: string;
      agreedBy: string;
    };
    AgreementsView: {
      agreements: components['schemas']['AgreementView'][];
    };
    AlertView: {
      /** @enum {string} */
      code:
        | 'commitments_behind'
        | 'disputes_overdue'
        | 'jobs_failed'
        | 'ledger_unbalanced'
        | 'month_late'
        | 'suspense_open';
      /** @description What it is of, in codes: an asset, a month and its step, how long records have waited, an account and its plan. */
      subject: string;
      count: number;
      /** @description Whether there are more than were counted. */
      more: boolean;
      since: string | null;
      /** @description Where the API shows it. */
      path: string;
    };
    /** @description What is wrong or late; in order of how much it matters. */
    AlertsView: {
      alerts: components['schemas']['AlertView'][];
    };
    AllocatedView: {
      allocations: {
        invoice: string;
        amount: string;
      }[];
      unallocated: string;
    };
    ApprovalsApprovalView: {
      /** @enum {string} */
      kind:
        | 'adjustment'
        | 'bill_run'
        | 'clawback'
        | 'credit_note'
        | 'dispute_line'
        | 'draft'
        | 'invoice_void'
        | 'month_reopening'
        | 'payment'
        | 'settlement_run';
      /** @description Codes and numbers, to be put into words. */
      title: string;
      /** @description Where the API shows it, and where it is decided by a post. */
      path: string;
      decisionPath: string;
      askedBy: string;
      askedAt: string;
      /** @description Who else has signed it already. */
      signedBy: string[];
      reason: string | null;
      amount: {
        currency: string;
        value: string;
      } | null;
      /** @description The caller asked for it, or has signed it: somebody else decides. */
      mine: boolean;
    };
    ApprovalsView: {
      /** @description Of the kinds that the caller's role decides; what has waited longest first. */
      approvals: components['schemas']['ApprovalsApprovalView'][];
      /** @description Kinds of which more wait than are listed here. */
      more: (
        | 'adjustment'
        | 'bill_run'
        | 'clawback'
        | 'credit_note'
        | 'dispute_line'
        | 'draft'
        | 'invoice_void'
        | 'month_reopening'
        | 'payment'
        | 'settlement_run'
      )[];
    };
    AuditEntriesView: {
      entries: components['schemas']['AuditEntryView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    AuditEntryView: {
      number: number;
      at: string;
      /**
       * @description `sign_in`: nobody was in yet.
       * @enum {string}
       */
      credential: 'key' | 'session' | 'sign_in';
      /** @description Of the key, or of the session. */
      credentialId: number | null;
      subject: string | null;
      /** @description The login of whoever was signed in, or tried to be. */
      person: string | null;
      role: string | null;
      method: string;
      route: string;
      parameters: {
        [key: string]: unknown;
      };
      object: string;
      /** @description As it came; without its secrets, where it had some. */
      bodySha256: string | null;
      bodyBytes: number;
      /** @description Without secrets; null of files and of more than 64 KiB. */
      body: unknown;
      digest: string;
      /** @description Null where nobody knows how it ended. */
      answer: {
        at: string;
        status: number;
        problem: string | null;
        digest: string;
      } | null;
    };
    /** @description `broken`: the first entry that is not as it was written, and what of it. */
    AuditVerificationView: {
      isWhole: boolean;
      entries: number;
      lastNumber: number;
      lastDigest: string;
      /** @description The first that is not as it was written; null where all is. */
      broken: {
        number: number;
        /** @enum {string} */
        what: 'changed' | 'end' | 'missing';
      } | null;
    };
    /** @description Amounts are decimals in the currency, or package tokens; none is negative. */
    BalanceColumns: {
      asset: string;
      openingDebit: string;
      openingCredit: string;
      debits: string;
      credits: string;
      closingDebit: string;
      closingCredit: string;
    };
    /** @description Package tokens as decimals with at most three places; granted − drawn − released − expired = left on every row and in all. */
    BalanceView: {
      account: string;
      leftTokens: string;
      grants: {
        grant: string;
        plan: string;
        /** @description How it came about: sold, rolled over, received from another account, or stated when a customer was taken on. */
        origin: string;
        priority: number;
        effectiveAt: string;
        expiresAt: string | null;
        grantedTokens: string;
        drawnTokens: string;
        /** @description Rolled over into another grant, or given to another account. */
        releasedTokens: string;
        expiredTokens: string;
        leftTokens: string;
      }[];
    };
    BasesView: {
      bases: components['schemas']['BasisView'][];
    };
    /** @description What of a month’s share waits; amounts are decimals in the statement’s currency. */
    BasisView: {
      month: string;
      /**
       * @description What it waits for.
       * @enum {string}
       */
      basis: 'collected' | 'invoiced';
      /** @description The month’s own shares above 0, and what has been taken back of them since. */
      share: string;
      takenBack: string;
      /** @description Before this statement, and after it; the difference is in what the statement holds, or releases. */
      heldBefore: string;
      held: string;
    };
    BillRunDetailsView: {
      /** @description Chunks of payers. */
      progress: {
        calculated: number;
        issued: number;
        total: number;
      };
      totals: {
        creditNotes: number;
        currency: string;
        gross: string;
        invoices: number;
        net: string;
        tax: string;
      }[];
      id: number;
      cutOff: string;
      graceHours: number;
      /** @description From then on it can be made final. */
      graceUntil: string;
      accounts: string[];
      customers: string[];
      state: string;
      inputDigest: string | null;
      createdAt: string;
      createdBy: string;
      finalisedAt: string | null;
      finalisedBy: string | null;
    };
    BillRunView: {
      id: number;
      cutOff: string;
      graceHours: number;
      /** @description From then on it can be made final. */
      graceUntil: string;
      accounts: string[];
      customers: string[];
      state: string;
      inputDigest: string | null;
      createdAt: string;
      createdBy: string;
      finalisedAt: string | null;
      finalisedBy: string | null;
    };
    BillRunsView: {
      billRuns: components['schemas']['BillRunView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    /** @description What was said last; null where nothing was: each account is billed by itself then, to the customer's name. */
    BillingProfileAnswer: {
      profile: components['schemas']['BillingProfileView'] | null;
    };
    BillingProfileView: {
      customer: string;
      number: number;
      consolidated: boolean;
      buyerTitle: string;
      taxpayerId: string | null;
      fapiaoKind: string;
      registeredAddress: string | null;
      phone: string | null;
      bankName: string | null;
      bankAccount: string | null;
      email: string | null;
      changedAt: string;
      changedBy: string;
    };
    BillsVoidView: {
      reason: string;
      requestedBy: string;
      requestedAt: string;
      approvedBy: string | null;
      approvedAt: string | null;
    };
    /** @description What one place says in two bodies; `before` or `after` is absent where the place is. */
    BodyDifference: {
      /** @description Dot-separated; an item of a list that is matched by what it names stands in brackets by that. */
      path: string;
      before?:
        | (
            | unknown[]
            | boolean
            | number
            | {
                [key: string]: unknown;
              }
            | string
          )
        | null;
      after?:
        | (
            | unknown[]
            | boolean
            | number
            | {
                [key: string]: unknown;
              }
            | string
          )
        | null;
    };
    BookBody: components['schemas']['CostBook'] | components['schemas']['PriceBook'];
    BreakageView: {
      from: string;
      until: string;
      months: {
        month: string;
        currency: string;
        rows: {
          plan: string;
          figures: {
            [key: string]: string | null;
          };
        }[];
        total: {
          [key: string]: string | null;
        };
        /** @description Breakage as journals have it, without VAT. */
        ledger: {
          breakageNet: string;
          reconciled: boolean;
        };
      }[];
      totals: {
        currency: string;
        figures: {
          [key: string]: string | null;
        };
      }[];
    };
    /** @description The buyer as its fapiao names it, on the day that the document became final. */
    Buyer: {
      customer: string;
      title: string;
      taxpayerId: string | null;
      /** @enum {string} */
      fapiaoKind: 'general' | 'special';
      registeredAddress: string | null;
      phone: string | null;
      bankName: string | null;
      bankAccount: string | null;
      email: string | null;
    };
    /** @description Whole package tokens. */
    CampaignPoolView: {
      code: string;
      name: string;
      tokens: number;
      takenTokens: number;
      startsAt: string;
      endsAt: string | null;
    };
    CampaignPoolsView: {
      pools: components['schemas']['CampaignPoolView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    ChangeView: {
      draws: components['schemas']['DrawView'][];
      usageYuan: string;
      vendorCostYuan: string;
      computeCostYuan: string;
    };
    ChargeView: {
      sequence: number;
      /** @description Package tokens drawn from grants; three decimals at most. */
      packageTokens: string;
      /** @description Yuan with VAT for what no grant covered. */
      usageYuan: string;
    };
    /** @description Amounts are decimals in the currency; what a part takes is below zero. */
    ClawbackView: {
      id: number;
      month: string;
      currency: string;
      party: string | null;
      plan: string | null;
      model: string | null;
      shared: string;
      revenue: string;
      reason: string;
      requestedBy: string;
      requestedAt: string;
      parts: {
        party: string;
        shared: string;
        share: string;
        reference: string;
      }[];
      decision: {
        state: string;
        month: string | null;
        decidedBy: string;
        decidedAt: string;
        note: string | null;
      } | null;
    };
    ClawbacksView: {
      clawbacks: components['schemas']['ClawbackView'][];
    };
    CollectionView: {
      account: string;
      number: number;
      method: string;
      billingId: string | null;
      phoneNumber: string | null;
      effectiveFrom: string;
      setAt: string;
      setBy: string;
    };
    CollectionsView: {
      /** @description The first first. */
      collections: components['schemas']['CollectionView'][];
    };
    CommitmentPaceView: {
      account: string;
      subscription: number;
      plan: string;
      mode: string;
      /** @enum {string} */
      unit: 'tokens' | 'yuan';
      period: number;
      startsAt: string;
      endsAt: string;
      committed: string;
      consumed: string;
      /** @description Of the promise and of the period's time: 1 is all of it. */
      usedShare: string;
      elapsedShare: string;
      /** @description Less is used than time has gone by, by a tenth of the period or more. */
      behind: boolean;
    };
    CommitmentPacesView: {
      /** @description What is furthest behind its time first. */
      commitments: components['schemas']['CommitmentPaceView'][];
    };
    CommitmentView: {
      subscription: number;
      plan: string;
      /** @enum {string} */
      mode: 'prepaid' | 'spend' | 'take_or_pay';
      /** @enum {string} */
      unit: 'tokens' | 'yuan';
      periods: components['schemas']['PeriodView'][];
    };
    /** @description Quantities are decimals in the contract's unit; yuan with VAT. Make-up: granted − used − lapsed = left on every row. */
    CommitmentsView: {
      account: string;
      commitments: components['schemas']['CommitmentView'][];
    };
    ComparedRunView: {
      id: number;
      kind: string;
      version: number;
    };
    ConcernedPageView: {
      subscriptions: components['schemas']['ConcernedView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    ConcernedView: {
      account: string;
      subscriptionId: number;
      customer: string | null;
      segment: string;
      channel: string | null;
      plan: string;
      /** @description That it was sold as. */
      planVersion: number;
      /** @description Whether its prices are held when the version begins, so that the announced one does not reach it then. */
      protected: boolean;
      /** @description From then on it pays as announced; null where nothing is held, and where it is as long as it runs. */
      protectedUntil: string | null;
    };
    CorrectionsDifferenceView: {
      before: components['schemas']['RatingView'];
      after: components['schemas']['RatingView'];
      /** @description What is booked. */
      change: components['schemas']['ChangeView'];
      partner: string;
      source: string;
      id: string;
      at: string;
      model: string;
    };
    CorrectionsVoidView: {
      /** @description The account’s number of the entry; null where nothing was charged yet. */
      sequence: number | null;
      /** @description Package tokens that went back to grants; three decimals at most. */
      returnedTokens: string;
      /** @description Yuan with VAT that usage is charged less. */
      creditedYuan: string;
    };
    /** @description A party's own prices: what it asks for the records that it serves. */
    CostBook: {
      party: string;
      code: string;
      /** @description IANA zone of the time bands. */
      zone: string;
      currency: string;
      entries: components['schemas']['PriceEntry'][];
      multipliers: components['schemas']['PriceMultiplier'][];
      tiers: components['schemas']['TierRow'][];
    };
    CostsRepriced: {
      /** @description Accounts with a cost that is known by now. */
      accounts: number;
      /** @description Records that are rated anew. */
      changed: number;
      /** @description Accounts whose customers would be charged something else as well: somebody is to look at that first. */
      held: string[];
    };
    CountedReconciliationView: {
      /** @description One of each outcome, then of all; null until it is matched. */
      totals: components['schemas']['TotalView'][] | null;
      id: number;
      party: string;
      /** @enum {string} */
      role: 'compute_owner' | 'reporter' | 'settlement' | 'vendor';
      month: string;
      /** @enum {string} */
      level: 'hours' | 'records' | 'statement';
      currency: string;
      fileName: string;
      /** @enum {string} */
      format: 'csv' | 'csv_gzip' | 'xlsx';
      /** @description SHA-256 of the file: the same file again is the same run, unless it was found faulty. */
      fileDigest: string;
      columns: {
        amount?: string;
        at?: string;
        audio_input?: string;
        audio_output?: string;
        cache_write?: string;
        cache_write_1h?: string;
        cached_input?: string;
        characters?: string;
        currency?: string;
        image_input?: string;
        image_output?: string;
        images?: string;
        input?: string;
        kind?: string;
        model?: string;
        output?: string;
        pages?: string;
        plan?: string;
        reasoning?: string;
        recordId?: string;
        requests?: string;
        seconds?: string;
        source?: string;
        tenant?: string;
        tokens?: string;
        tool_calls?: string;
        video_input?: string;
        video_output?: string;
      };
      /** @description Null where nothing was agreed, and nothing may differ. */
      agreement: number | null;
      tokens: components['schemas']['ToleranceView'];
      money: components['schemas']['ToleranceView'];
      /** @enum {string} */
      state: 'failed' | 'matched' | 'received';
      requestedBy: string;
      requestedAt: string;
      endedAt: string | null;
      rows: number | null;
      /** @description Of a failed one: the first cells that cannot be read. */
      faults:
        | {
            row: number;
            column: string | null;
            code: string;
            detail: string;
          }[]
        | null;
    };
    /** @description Amounts as the ledger has recognised them: usage as charged, sales without their tax. */
    CoverView: {
      account: string;
      /** @description Recognised of earlier months, and of the month. */
      earlier: string;
      revenue: string;
      /** @description Invoiced, or collected, for all of it: the oldest revenue first. */
      money: string;
      /** @description What of the month’s revenue that covers. */
      covered: string;
    };
    CoversView: {
      accounts: components['schemas']['CoverView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    CreditNoteView: {
      id: number;
      /** @description Null until it is approved. */
      number: string | null;
      reason: string;
      currency: string;
      requestedBy: string;
      requestedAt: string;
      approvedBy: string | null;
      issuedAt: string | null;
      lines: {
        gross: string;
        line: number;
        net: string;
        tax: string;
      }[];
      gross: string;
      net: string;
      tax: string;
    };
    CustomerReadView: {
      /** @description Everybody above it, the topmost first. */
      above: components['schemas']['CustomerView'][];
      /** @description Those directly below it, by code; the first two hundred. */
      parts: components['schemas']['CustomerView'][];
      moreParts: boolean;
      code: string;
      /** @enum {string} */
      kind: 'one_person_company' | 'organisation' | 'person';
      name: string;
      region: string;
      parent: string | null;
      /** @description Of organisations and one-person companies; of a person nothing is shown. */
      registrationNumber: string | null;
      verifiedAt: string | null;
    };
    CustomerView: {
      code: string;
      /** @enum {string} */
      kind: 'one_person_company' | 'organisation' | 'person';
      name: string;
      region: string;
      parent: string | null;
      /** @description Of organisations and one-person companies; of a person nothing is shown. */
      registrationNumber: string | null;
      verifiedAt: string | null;
    };
    CustomersView: {
      customers: components['schemas']['CustomerView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    DeferredRevenueView: {
      month: string;
      reconciled: boolean;
      lines: components['schemas']['DeferredView'][];
      totals: components['schemas']['DeferredView'][];
      /** @description Each figure over all plans, beside what the journals have. */
      reconciliation: {
        currency: string;
        figure: string;
        plans: string;
        ledger: string;
        difference: string;
      }[];
    };
    /** @description Net of VAT, decimals in the currency: opening + sold + stated + received − given − recognised − breakage = closing. */
    DeferredView: {
      currency: string;
      /** @description Null in totals. */
      plan: string | null;
      opening: string;
      sold: string;
      stated: string;
      received: string;
      given: string;
      recognised: string;
      breakage: string;
      closing: string;
    };
    DifferentLineView: {
      change: string;
      party: string;
      currency: string;
      lineKind: string;
      originMonth: string;
      plan: string | null;
      model: string | null;
      vendor: string | null;
      computeOwner: string | null;
      channel: string | null;
      chipKind: string | null;
      kind: string | null;
      paid: boolean | null;
      before: components['schemas']['FiguresView'];
      after: components['schemas']['FiguresView'];
      difference: components['schemas']['FiguresView'];
    };
    DisputeEventView: {
      step: string;
      granted: string | null;
      reason: string;
      at: string;
      by: string;
      proposedBy: string | null;
    };
    DisputeLineView: {
      line: number;
      /** @description Null for the statement as a whole. */
      statementLine: number | null;
      issued: string;
      claimed: string;
      reason: string;
      detail: string;
      reconciliationDifferences: number[];
      state: string;
      events: components['schemas']['DisputeEventView'][];
    };
    DisputeReadView: {
      evidence: components['schemas']['EvidenceView'][];
      id: number;
      runId: number;
      party: string;
      currency: string;
      month: string;
      openedAt: string;
      openedBy: string;
      note: string | null;
      dueOn: string;
      lines: components['schemas']['DisputeLineView'][];
    };
    /** @description Amounts are decimals in the statement's currency. */
    DisputeView: {
      id: number;
      runId: number;
      party: string;
      currency: string;
      month: string;
      openedAt: string;
      openedBy: string;
      note: string | null;
      dueOn: string;
      lines: components['schemas']['DisputeLineView'][];
    };
    DisputesView: {
      disputes: components['schemas']['DisputeView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    DocumentView: {
      body: unknown;
      kind: string;
      code: string;
      version: number;
      effectiveFrom: string;
      digest: string;
      createdAt: string;
      createdBy: string;
      /** @description The draft that was signed, by whom and when; null where it was loaded without one. */
      draftId: number | null;
      approvedBy: string | null;
      approvedAt: string | null;
    };
    DocumentsView: {
      documents: components['schemas']['DocumentView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    DoneWork: {
      renewedGrants: number;
      expiredGrants: number;
      confirmedStatements: number;
    };
    DraftDetailsView: {
      body: unknown;
      /** @description Whether another version came since it was made, so that it cannot be approved as it is. */
      isStale: boolean;
      /** @description The number of the version in force at its date that it differs from; null where there is none. */
      follows: number | null;
      changes: components['schemas']['BodyDifference'][];
      affected: components['schemas']['Affected'];
      id: number;
      kind: string;
      code: string;
      state: string;
      effectiveFrom: string;
      backDated: boolean;
      /** @description How it is announced; null where nobody is told. */
      notice: components['schemas']['PriceNotice'] | null;
      baseVersion: number | null;
      author: string;
      createdAt: string;
      changedAt: string;
      submittedAt: string | null;
      decidedBy: string | null;
      decidedAt: string | null;
      reason: string | null;
    };
    DraftView: {
      id: number;
      kind: string;
      code: string;
      state: string;
      effectiveFrom: string;
      backDated: boolean;
      /** @description How it is announced; null where nobody is told. */
      notice: components['schemas']['PriceNotice'] | null;
      baseVersion: number | null;
      author: string;
      createdAt: string;
      changedAt: string;
      submittedAt: string | null;
      decidedBy: string | null;
      decidedAt: string | null;
      reason: string | null;
    };
    DraftsApprovalView: {
      draft: components['schemas']['DraftView'];
      document: components['schemas']['DocumentView'];
      /** @description From when on accounts are to be rated again; null where it begins in time. */
      reRateFrom: string | null;
    };
    DraftsView: {
      drafts: components['schemas']['DraftView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    DrawView: {
      grant: string;
      /** @description Package tokens; three decimals at most. */
      tokens: string;
    };
    EventView: {
      number: number;
      kind: string;
      at: string;
      by: string;
      reason: string | null;
      item: string | null;
      seen: number | null;
      /** @description Of a withdrawal or an approval: the event that it answers. */
      refersTo: number | null;
      askedBy: string | null;
      /** @description Of a freeze: what it did not wait for. */
      waived: {
        [key: string]: number;
      } | null;
      runId: number | null;
    };
    EvidenceView: {
      number: number;
      name: string;
      mediaType: string;
      bytes: number;
      sha256: string;
      addedAt: string;
      addedBy: string;
    };
    /** @description Quantities by class; money in yuan and package tokens as decimal texts, exact unless said otherwise. */
    ExplanationView: {
      record: {
        partner: string;
        source: string;
        id: string;
        account: string;
        at: string;
        /** @description The code of the model that it was charged as. */
        model: string;
        /** @description The name that it was reported by, where that only stands for the model. */
        reportedModel: string | null;
        vendor: string;
        computeOwner: string;
        serviceTier: string;
        dimensions: {
          [key: string]: string;
        };
        /** @description The provider's own object and whose meaning it has, where the partner posted one. */
        raw: {
          semantics: string;
          usage: unknown;
        } | null;
        /** @description Disjoint counts: what was drawn and priced. */
        classes: {
          [key: string]: number;
        };
      };
      sequence: number;
      usageMonth: string;
      accountingMonth: string;
      /** @description Of the catalogue that rated it, and that it was computed again with. */
      catalogueEpoch: number;
      /** @description Every grant that was eligible, in burn order. */
      grants: {
        grant: number;
        plan: string;
        planVersionId: number;
        coefficientVersionId: number | null;
        priority: number;
        expiresAt: string | null;
        beforeTokens: string;
        drawnTokens: string;
        afterTokens: string;
        covered: {
          class: string;
          tokens: number;
          coefficient: string;
        }[];
        recognisedYuan: string;
        recognisedNetYuan: string;
      }[];
      overage: {
        kind: string;
        /** @description `commitment`, `base`, or `none` for what a hard limit or a cap left over. */
        ratedBy: string;
        plan: string;
        planVersionId: number;
        priceVersionId: number | null;
        classes: {
          [key: string]: number;
        };
        prices: components['schemas']['PriceView'][];
        tiers: {
          component: string;
          from: string;
          to: string;
          /** @description The tiers that its first and its last token lie in. */
          startsIn: components['schemas']['TierView'];
          endsIn: components['schemas']['TierView'];
          yuan: string;
        }[];
        /** @description The consumption of the contract's period before and after: tokens, or pico-yuan of a spend. */
        commitment: {
          from: string;
          to: string;
        } | null;
        /** @description What is charged at most in the window, and what was rated in it before and after; beyond it nothing is charged. */
        cap: {
          yuan: string;
          fromYuan: string;
          toYuan: string;
        } | null;
        yuan: string;
      }[];
      costs: {
        role: string;
        party: string;
        costVersionId: number | null;
        prices: components['schemas']['PriceView'][];
        /** @description Null where no book of the party prices the record. */
        yuan: string | null;
      }[];
      /** @description As if the record were alone in its month: before guarantees and whole fen; to twelve places. */
      shares: {
        kind: string;
        splitRuleVersionId: number;
        netYuan: string;
        /** @description What is taken off before the steps, by the names that the split rule gives. */
        deductions: {
          name: string;
          party: string;
          yuan: string;
        }[];
        steps: {
          type: string;
          party: string;
          yuan: string;
        }[];
        residual: string;
        leftYuan: string;
      }[];
      journal: {
        accountingMonth: string;
        asset: string;
        ledgerAccount: string;
        amount: string;
      }[];
      /** @description Entries that took this back since, with negative figures, or stated it anew; void where a reversal is the last. */
      corrections: {
        sequence: number;
        kind: string;
        packageTokens: string;
        usageYuan: string;
        reason: string;
        requestedBy: string;
        bookedAt: string;
      }[];
      /** @description Whether what is stored is what was computed again. */
      agrees: boolean;
      differences: {
        figure: string;
        column: string;
        stored: string;
        computed: string;
      }[];
    };
    FeedbackLineView: {
      line: number;
      account: string;
      invoice: string;
      state: string;
      amount: string;
      date: string;
      reason: string | null;
      /** @description The account's payment that booked what was collected. */
      payment: number | null;
    };
    FeedbackReceivedView: {
      /** @description False where the same file was received before, and nothing was booked. */
      isNew: boolean;
      sequence: number;
      sender: string;
      currency: string;
      lineCount: number;
      collected: string;
      failed: string;
      badDebt: string;
      contentSha256: string;
      receivedAt: string;
      receivedBy: string;
      lines: components['schemas']['FeedbackLineView'][];
    };
    FeedbackView: {
      sequence: number;
      sender: string;
      currency: string;
      lineCount: number;
      collected: string;
      failed: string;
      badDebt: string;
      contentSha256: string;
      receivedAt: string;
      receivedBy: string;
      lines: components['schemas']['FeedbackLineView'][];
    };
    /** @description Amounts are decimals in the currency beside them. */
    FiguresView: {
      records: string;
      tokens: string;
      gross: string;
      share: string;
    };
    FindingView: {
      finding: string;
      kind: string;
      /** @enum {string} */
      unit: 'currency' | 'tokens';
      acknowledgement: components['schemas']['AcknowledgementView'] | null;
      party: string;
      currency: string;
      /** @description Null of the party's whole share. */
      model: string | null;
      before: string;
      after: string;
      change: string;
      /** @description Of what was before; null where that was nothing. */
      changePercent: string | null;
    };
    /** @description What proves a file of cost and usage; nothing in it says when it was made. */
    FocusManifest: {
      /** @enum {string} */
      format: 'ciyuan-focus-1';
      focusVersion: string;
      month: string;
      scope: components['schemas']['FocusScope'];
      file: string;
      totals: components['schemas']['FocusTotals'][];
      sha256: string;
      bytes: number;
    };
    /** @description Whose costs are asked for: everything of a customer, or one account alone. */
    FocusScope:
      | {
          account: string;
        }
      | {
          customer: string;
        };
    /** @description Control totals of a file in one currency, plain decimals. */
    FocusTotals: {
      currency: string;
      rows: number;
      billedCost: string;
      effectiveCost: string;
      /** @description What the ledger has as revenue: of packages, fees and shortfalls without VAT, of usage as charged. */
      effectiveCostNet: string;
      consumedTokens: string;
    };
    GivenPasswordView: {
      account: components['schemas']['StaffAccountView'];
      /** @description Said here and never again; it has to be changed at the first signing in. */
      oneTimePassword: string;
    };
    GrantMovementView: {
      /** @description The number of the account that wrote it. */
      sequence: number;
      kind: string;
      at: string;
      /** @description What the grant has more by it; negative where it has less. A decimal. */
      tokens: string;
      /** @description The record that drew, or that gave back; null of everything else. */
      record: {
        partner: string;
        source: string;
        id: string;
      } | null;
    };
    /** @description All tokens of all pages add up to what the balance says is left. */
    GrantMovementsView: {
      account: string;
      grant: string;
      movements: components['schemas']['GrantMovementView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    /** @description Package tokens, and yuan with VAT. */
    GrantView: {
      tokens: string;
      priceYuan: string;
      effectiveAt: string;
      expiresAt: string | null;
      /** @description Of a bundle: what each product costs beside the tokens. */
      fees: {
        part: string;
        priceYuan: string;
      }[];
    };
    /** @description A part of a positive share that is paid later. */
    Holdback: {
      /** @description A fraction. */
      share: string;
      releaseAfterMonths: number;
    };
    HoldbackView: {
      currency: string;
      heldMonth: string;
      releaseMonth: string;
      amount: string;
      /** @description The month whose statement paid it; null while it is outstanding. */
      releasedIn: string | null;
    };
    ImportView: {
      /** @enum {string} */
      kind: 'cost_book' | 'price_book';
      body: components['schemas']['BookBody'];
      comparedWith: number | null;
      differences: components['schemas']['PriceDifference'][];
    };
    ImportedOrderView: {
      line: number;
      orderId: string;
      account: string;
      plan: string;
      startsAt: string;
      channel: string | null;
      /** @enum {string} */
      outcome: 'known' | 'open' | 'refused' | 'taken' | 'would_be_taken';
      /** @description Of an order that was taken, now or before. */
      subscriptionId: number | null;
      /** @description Why it was refused: the code that the order itself would be refused with. */
      code: string | null;
      detail: string | null;
    };
    /** @description What was written, and how much of what was posted came to nothing. */
    IntakeView: {
      at: string;
      /** @description The beginning of the first minute. */
      from: string;
      partners: components['schemas']['PartnerIntakeView'][];
    };
    InvoiceDetailsView: {
      /** @description Of a void one, the numbers of the final documents that bill it again. */
      replacedBy: string[];
      /** @description As of the day that the document became final; null where it had no billing profile. */
      buyer: components['schemas']['Buyer'] | null;
      rates: {
        gross: string;
        net: string;
        tax: string;
        vatRate: string;
      }[];
      lines: components['schemas']['InvoiceLineView'][];
      creditNotes: components['schemas']['CreditNoteView'][];
      void: components['schemas']['BillsVoidView'] | null;
      /** @description Put to it by payments that stand, and what is left: nothing of a void one. */
      paid: string;
      open: string;
      collection: string;
      /** @description By account. */
      parts: components['schemas']['AccountDocumentView'][];
      number: string;
      currency: string;
      kind: string;
      state: string;
      runId: number;
      payer: {
        kind: string;
        code: string;
      };
      /** @description Out of goodwill, since; what is left to pay is gross less this. */
      credited: string;
      corrects: string | null;
      replaces: string | null;
      issuedAt: string;
      issuedBy: string;
      period: string;
      gross: string;
      net: string;
      tax: string;
    };
    InvoiceLineView: {
      line: number;
      account: string;
      kind: string;
      plan: string;
      planName: string;
      planVersion: number;
      subscription: number | null;
      model: string | null;
      startsAt: string;
      endsAt: string | null;
      days: number | null;
      tokens: string;
      vatRate: string;
      taxMode: string;
      taxCode: string;
      /** @description What was charged, before it was rounded to the line. */
      exact: string;
      credited: string;
      gross: string;
      net: string;
      tax: string;
    };
    InvoiceView: {
      number: string;
      kind: string;
      state: string;
      runId: number;
      payer: {
        kind: string;
        code: string;
      };
      currency: string;
      /** @description Out of goodwill, since; what is left to pay is gross less this. */
      credited: string;
      lines: number;
      corrects: string | null;
      replaces: string | null;
      issuedAt: string;
      issuedBy: string;
      period: string;
      gross: string;
      net: string;
      tax: string;
    };
    InvoicesView: {
      invoices: components['schemas']['InvoiceView'][];
      next: string | null;
    };
    ItemView: {
      code: string;
      /** @enum {string} */
      state: 'ok' | 'open' | 'waived';
      count: number;
      /** @description One of them, where one says more than their number. */
      example: string | null;
      waivable: boolean;
      lookAt: string;
      toDo: string;
    };
    JobView: {
      id: number;
      kind: string;
      /** @description The job that begins once this one and the others that it waits for have ended. */
      parent: number | null;
      /** @description How many jobs it waits for, or has waited for; `parent` lists them. */
      children: number;
      parameters: unknown;
      state: string;
      /** @description Steps: statements of an export, accounts of a renewal, an expiry or a re-rating, statements to confirm; of a job with children all of theirs and its own. Total is null while it is not known. */
      progress: {
        done: number;
        total: number | null;
      };
      /** @description Null until it is done. */
      result: unknown;
      /** @description Why the last attempt failed. */
      error: string | null;
      attempts: number;
      requestedBy: string;
      requestedAt: string;
      /** @description Of the latest attempt. */
      startedAt: string | null;
      finishedAt: string | null;
    };
    JobsView: {
      jobs: components['schemas']['JobView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    LedgerAccountsView: {
      accounts: {
        code: string;
        name: string;
        chinese: string;
        /** @enum {string} */
        type: 'asset' | 'clearing' | 'expense' | 'liability' | 'quantity' | 'revenue';
        normalSide: string;
        closesWithMonth: boolean;
      }[];
    };
    LineView: {
      line: number;
      lineKind: string;
      originMonth: string;
      plan: string | null;
      model: string | null;
      vendor: string | null;
      computeOwner: string | null;
      channel: string | null;
      chipKind: string | null;
      kind: string | null;
      paid: boolean | null;
      records: string;
      tokens: string;
      gross: string;
      share: string;
      /** @description With whom something moved outside the splits, and what for. */
      counterparty: string | null;
      reference: string | null;
    };
    LinesView: {
      lines: components['schemas']['LineView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    /** @description Tokens and amounts are decimal texts; amounts in the currency, with VAT where prices have it. */
    ListedUsageView: {
      partner: string;
      source: string;
      id: string;
      account: string;
      at: string;
      /**
       * @description Charged; in suspense; or void: taken back, with another record in its place or none.
       * @enum {string}
       */
      state: 'charged' | 'suspense' | 'void';
      model: string | null;
      serviceTier: string | null;
      /** @description Quantities by class; null of what was never charged. */
      classes: {
        [key: string]: number;
      } | null;
      plan: string | null;
      /** @description As it stands, corrections included; null of what was never charged. */
      charge: {
        currency: string;
        packageTokens: string;
        recognised: string;
        usage: string;
        /** @description How often it was taken back or rated anew. */
        corrections: number;
      } | null;
      /** @description Why it waits in suspense. */
      reason: string | null;
      detail: string | null;
    };
    /** @description What belongs to an export. It names nothing that changes afterwards, so that exporting again gives the same bytes. */
    Manifest: {
      /** @enum {string} */
      format: 'ciyuan-statements-1';
      month: string;
      version: number;
      kind?: string;
      /** @description That it is an indication; a settlement has none. */
      mark?: string;
      /** @description SHA-256 over what the run was calculated from. */
      inputDigest: string;
      files: components['schemas']['ManifestFile'][];
      /** @description The operator's own summary of all statements, in each format that it has. */
      operator: components['schemas']['OperatorFile'][];
      /** @description By currency, each statement once however many files it has. A line of revenue counts once for each party that shares it. */
      totals: {
        currency: string;
        files: number;
        gross: string;
        /** @description Kept for a later month, and paid of earlier ones. */
        held: string;
        payable: string;
        records: string;
        released: string;
        rows: number;
        share: string;
        tokens: string;
        vat: string;
        withholding: string;
      }[];
    };
    ManifestFile: {
      file: string;
      /** @enum {string} */
      format: 'csv' | 'json' | 'pdf' | 'xlsx';
      sha256: string;
      bytes: number;
      party: string;
      currency: string;
      rows: number;
      records: string;
      tokens: string;
      gross: string;
      share: string;
      vat: string;
      withholding: string;
      /** @description Kept for a later month, and paid of earlier ones. */
      held: string;
      released: string;
      payable: string;
    };
    MarginView: {
      from: string;
      until: string;
      by: string[];
      months: {
        month: string;
        currency: string;
        /** @description `issued`, or `provisional`: planned from what is booked now. */
        state: string;
        rows: {
          /** @description `share` of lines that have dimensions; all others are of the month as a whole. */
          lineKind: string;
          values: {
            [key: string]: string | null;
          };
          figures: {
            [key: string]: string | null;
          };
        }[];
        total: {
          [key: string]: string | null;
        };
        /** @description What the journal of the issue has; null until then. */
        ledger: {
          operatorRevenue: string;
          partnerPayable: string;
          reconciled: boolean;
        } | null;
      }[];
      totals: {
        currency: string;
        figures: {
          [key: string]: string | null;
        };
      }[];
    };
    ModelSums: {
      /** @description Without VAT: all that was shared. */
      revenue: string;
      /** @description What other parties have of it. */
      costs: string;
      /** @description What the operator keeps. */
      share: string;
    };
    ModelTotalView: {
      model: string;
      currency: string;
      tokens: string;
      amount: string;
    };
    ModelsView: {
      models: components['schemas']['NamedModel'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    MonthDetailsView: {
      checklist: components['schemas']['ItemView'][];
      waivers: components['schemas']['WaiverView'][];
      events: components['schemas']['EventView'][];
      month: string;
      state: string;
      /** @description Of the run that was posted, or that stands until one is. */
      runId: number | null;
      stepsDone: number;
      stepsLate: number;
      steps: components['schemas']['MonthsStepView'][];
    };
    MonthView: {
      month: string;
      state: string;
      /** @description Of the run that was posted, or that stands until one is. */
      runId: number | null;
      stepsDone: number;
      stepsLate: number;
      steps: components['schemas']['MonthsStepView'][];
    };
    MonthsStepView: {
      step: string;
      /** @description Null where the calendar of holidays does not cover its days. */
      due: string | null;
      doneAt: string | null;
      /** @description Of a step that is done statement by statement: for how many of how many. */
      done?: number;
      of?: number;
      late: boolean;
    };
    MonthsView: {
      months: components['schemas']['MonthView'][];
    };
    /** @description Amounts are decimals in the currency beside them; of `model_tokens` they are whole tokens. */
    MovementView: {
      party: string;
      currency: string;
      /** @description Null of the party's whole share. */
      model: string | null;
      before: string;
      after: string;
      change: string;
      /** @description Of what was before; null where that was nothing. */
      changePercent: string | null;
    };
    /** @description A model with the name that people read. */
    NamedModel: {
      name: string;
      code: string;
      vendor: string;
    };
    /** @description Everybody, or the customers of some segments. */
    NoticeAudience: {
      /** @enum {boolean} */
      all?: true;
      segments?: string[];
    };
    NoticeView: {
      id: number;
      kind: string;
      code: string;
      version: number;
      audience: components['schemas']['NoticeAudience'];
      channels: string[];
      announcedAt: string;
      effectiveFrom: string;
      text: string;
      createdAt: string;
    };
    NoticesView: {
      notices: components['schemas']['NoticeView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    OperatorFile: {
      file: string;
      /** @enum {string} */
      format: 'csv' | 'json' | 'pdf' | 'xlsx';
      /** @description By currency, over all statements. */
      totals: {
        currency: string;
        gross: string;
        /** @description Kept for a later month, and paid of earlier ones. */
        held: string;
        models: components['schemas']['ModelSums'];
        payable: string;
        records: string;
        released: string;
        rows: number;
        share: string;
        tokens: string;
        vat: string;
        withholding: string;
      }[];
      sha256: string;
      bytes: number;
    };
    OrderImportPageView: {
      counts: {
        taken: number;
        would_be_taken: number;
        known: number;
        refused: number;
        open: number;
      };
      orders: components['schemas']['ImportedOrderView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
      id: number;
      /** @description SHA-256 of the file: the same file again is the same import. */
      digest: string;
      preview: boolean;
      rows: number;
      requestedBy: string;
      requestedAt: string;
    };
    OrderImportView: {
      id: number;
      /** @description SHA-256 of the file: the same file again is the same import. */
      digest: string;
      preview: boolean;
      rows: number;
      requestedBy: string;
      requestedAt: string;
    };
    OrderImportsView: {
      imports: components['schemas']['OrderImportView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    /** @description By when things were booked; counts are decimal texts, for they may be larger than a number holds. */
    OverviewDayView: {
      day: string;
      payingAccounts: number;
      records: number;
      tokens: string;
      classes: {
        [key: string]: string;
      };
      revenue: components['schemas']['RevenueView'][];
    };
    OverviewView: {
      from: string;
      to: string;
      days: components['schemas']['OverviewDayView'][];
      tokens: string;
      revenue: components['schemas']['RevenueView'][];
      /** @description Ten of them; by revenue ten in each currency. */
      topByTokens: components['schemas']['ModelTotalView'][];
      topByRevenue: components['schemas']['ModelTotalView'][];
    };
    /** @description What is agreed with a party: which pairs of model vendor and compute owner it may report, how it is settled with, or both. Dates are days of the operator's zone, `YYYY-MM-DD`; amounts are decimals. */
    PartnerContract: {
      partner: string;
      /** @description Its days, the last one included; without an end until another version says otherwise. */
      validity?: {
        from: string;
        until?: string;
      };
      /** @description Said together with `lateWindowDays`, or not at all: whoever reports nothing has neither. */
      serves?: {
        vendor: string;
        computeOwner: string;
      }[];
      /** @description How many days old a record may be when it is reported; older ones are refused. */
      lateWindowDays?: number;
      settlement?: components['schemas']['SettlementTerms'];
    };
    PartnerIntakeView: {
      /** @description Null of writes that were of several partners, such as suspense that was tried again. */
      partner: string | null;
      charged: number;
      suspended: number;
      /** @description Malformed, of nobody's contract, or too late: nothing was claimed. */
      refused: number;
      /** @description The same came before. */
      duplicates: number;
      /** @description Another record came before under the same id. */
      conflicts: number;
      /** @description Of what was written, over all of the minutes, with at most three places. */
      recordsPerSecond: string;
      /** @description Those in which something came in, the earliest first. */
      minutes: {
        startsAt: string;
        charged: number;
        suspended: number;
        refused: number;
        duplicates: number;
        conflicts: number;
      }[];
      lastWriteAt: string | null;
      openSuspense: number;
      /** @description Whole hours without a write, behind one that had some, within the last day. */
      silences: {
        from: string;
        until: string;
      }[];
    };
    /** @description Somebody that usage, money or a statement can name. */
    Party: {
      code: string;
      name: string;
      kinds: ('channel' | 'compute' | 'data_owner' | 'operator' | 'partner' | 'vendor')[];
      /** @description Fractions with at most six decimals: the VAT that its statements add, the tax withheld from them. */
      vatRate: string;
      withholdingRate: string;
    };
    PaymentRecordedView: {
      /** @description False where it was known by its reference. */
      isNew: boolean;
      account: string;
      number: number;
      kind: string;
      currency: string;
      amount: string;
      at: string;
      method: string;
      reference: string;
      invoice: string | null;
      /** @description The payment that this one takes back, and why. */
      reverses: number | null;
      reason: string | null;
      reversed: boolean;
      /** @description What of it is put to no invoice; nothing of one that was taken back. */
      unallocated: string;
      recordedAt: string;
      recordedBy: string;
      batchId: number;
    };
    /** @description Amounts are decimals in the currency. */
    PaymentView: {
      account: string;
      number: number;
      kind: string;
      currency: string;
      amount: string;
      at: string;
      method: string;
      reference: string;
      invoice: string | null;
      /** @description The payment that this one takes back, and why. */
      reverses: number | null;
      reason: string | null;
      reversed: boolean;
      /** @description What of it is put to no invoice; nothing of one that was taken back. */
      unallocated: string;
      recordedAt: string;
      recordedBy: string;
      batchId: number;
    };
    PaymentsView: {
      payments: components['schemas']['PaymentView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    PercentChangeView: {
      effectiveFrom: string;
      basedOn: number;
      body: components['schemas']['BookBody'];
      dropped: number;
      differences: components['schemas']['PriceDifference'][];
    };
    PeriodView: {
      period: number;
      startsAt: string;
      endsAt: string;
      /** @enum {string} */
      state: 'closed' | 'granted' | 'open' | 'to_come';
      committed: string;
      consumed: string;
      shortfall: string;
      makeUpGranted: string;
      makeUpUsed: string;
      makeUpLapsed: string;
      makeUpLeft: string;
      chargedYuan: string;
      shortfallYuan: string;
    };
    PhoneBillFileDetailsView: {
      lines: components['schemas']['PhoneBillLineView'][];
      sequence: number;
      file: string;
      sender: string;
      currency: string;
      period: string;
      cutOff: string;
      lineCount: number;
      net: string;
      tax: string;
      gross: string;
      detailsSha256: string;
      createdAt: string;
      createdBy: string;
    };
    /** @description Amounts are decimals in the currency. */
    PhoneBillFileView: {
      sequence: number;
      file: string;
      sender: string;
      currency: string;
      period: string;
      cutOff: string;
      lineCount: number;
      net: string;
      tax: string;
      gross: string;
      detailsSha256: string;
      createdAt: string;
      createdBy: string;
    };
    PhoneBillFilesView: {
      files: components['schemas']['PhoneBillFileView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    PhoneBillLineView: {
      line: number;
      kind: string;
      billingId: string;
      account: string;
      invoice: string;
      net: string;
      tax: string;
      gross: string;
      description: string;
      chargeCode: string;
    };
    PlanChangedView: {
      account: string;
      subscriptionId: number;
      plan: string;
      planVersionId: number;
      /** @description Where the old subscription ends and its successor begins. */
      endsAt: string;
      successorId: number;
      /** @description The difference that is sold for the rest of the running cycle. */
      grants: components['schemas']['GrantView'][];
      applied: boolean;
    };
    PositionView: {
      from: string;
      last: string;
      currency: string;
      models: string | null;
      /**
       * @description `tokens`, or `amount`: what the three figures below count.
       * @enum {string}
       */
      unit: 'amount' | 'tokens';
      committed: string;
      counted: string;
      shortfall: string;
      months: {
        month: string;
        counted: string;
      }[];
      /** @description Shares of the period’s time, and of what was promised: to four places. */
      timeElapsed: string;
      volumeCounted: string;
      /** @description Due were it to end now, expected at the pace so far, and issued. */
      due: string;
      expectedDue: string;
      issued: string;
    };
    PositionsView: {
      positions: components['schemas']['PositionView'][];
    };
    PriceBook: {
      code: string;
      /** @description IANA zone of the time bands. */
      zone: string;
      currency: string;
      entries: components['schemas']['PriceEntry'][];
      multipliers: components['schemas']['PriceMultiplier'][];
      tiers: components['schemas']['TierRow'][];
    };
    /** @description One figure that two books give differently; null where a book has none. */
    PriceDifference: {
      /**
       * @description A price, a factor, a figure of a ladder, or a word about the book itself.
       * @enum {string}
       */
      what: 'book' | 'factor' | 'price' | 'tier';
      /** @description A name or pattern; those of a ladder with spaces between. Empty for the book itself. */
      model: string;
      /** @description Empty for a factor, which is for all classes, and for the book itself. */
      class: string;
      /** @description What else has to hold; the place of the figure, for a ladder and for the book itself. */
      conditions: string;
      effectiveFrom: string | null;
      effectiveTo: string | null;
      before: string | null;
      after: string | null;
    };
    /** @description One dated price of one counter for the models that a name or pattern matches. */
    PriceEntry: {
      model: string;
      class: string;
      /** @description Yuan per million for token classes, per unit for meters; at most six decimals. */
      price: string;
      effectiveFrom: string;
      /** @description Exclusive. */
      effectiveTo?: string;
      serviceTier?: string;
      when?: {
        [key: string]: string;
      };
      promptOver?: number;
      completionOver?: number;
      timeBand?: components['schemas']['TimeBand'];
    };
    /** @description Applies to every class of the records whose named dimensions match; factors multiply together. */
    PriceMultiplier: {
      model: string;
      when: {
        [key: string]: string;
      };
      factor: string;
    };
    /** @description How a version of a plan or a price book is announced to those whom it concerns. */
    PriceNotice: {
      /** @description ISO 8601 with an offset. */
      announcedAt: string;
      audience: components['schemas']['NoticeAudience'];
      channels: ('email' | 'in_app' | 'letter' | 'sms')[];
      text: string;
    };
    PriceProtectionView: {
      account: string;
      subscriptionId: number;
      asOf: string;
      until: string | null;
      /** @description False where just this had been said before. */
      changed: boolean;
      applied: boolean;
    };
    PriceProtectionsView: {
      accounts: components['schemas']['ProtectedAccountView'][];
    };
    PriceView: {
      class: string;
      quantity: number;
      /** @description Yuan per million tokens, or per unit of a meter. */
      price: string;
      yuan: string;
    };
    /** @description A refusal, as a problem document (RFC 9457) */
    Problem: {
      /** @description urn:ciyuan:problem: and the code of the refusal */
      type: string;
      title: string;
      status: number;
      detail: string;
      /** @description The places at fault, where they are known */
      faults?: {
        /** @description As the caller writes it, such as records.3.tokens.input */
        path: string;
        code: string;
        detail?: string;
      }[];
    } & {
      [key: string]: unknown;
    };
    /** @description What became of an account: all of its subscriptions are changed, or none. */
    ProtectedAccountView: {
      account: string;
      applied: boolean;
      subscriptions: {
        subscription: number;
        changed: boolean;
      }[];
      refused: {
        code: string;
        detail: string;
        subscription: number | null;
      } | null;
    };
    /** @description What the operator promised to buy of the party: tokens, or an amount in shares. */
    PurchaseCommitment: {
      /** @description The first month, `YYYY-MM`. */
      from: string;
      months: number;
      tokens?: number;
      amount?: string;
      /** @description The models whose tokens count, a pattern; all of the party's where it says nothing. */
      models?: string;
      /** @description Of tokens alone: what a missing one is priced at, per million. */
      pricePerMillion?: string;
      /** @description How much of the shortfall is due, from 0 to 100. */
      shortfallPercent: string;
    };
    /** @description Yuan; with VAT where customers are charged it. A cost is null where no book prices it. */
    RatingView: {
      model: string;
      draws: components['schemas']['DrawView'][];
      overageTokens: number;
      overageKind: string | null;
      usageYuan: string;
      vendorCostYuan: string | null;
      computeCostYuan: string | null;
      basePlanVersionId: number | null;
      priceVersionId: number | null;
      commitmentTokens: number | null;
    };
    ReRatingView: {
      account: string;
      applied: boolean;
      digest: string;
      /** @description Of all differences together. */
      totals: {
        computeCostYuan: string;
        draws: components['schemas']['DrawView'][];
        records: number;
        usageYuan: string;
        vendorCostYuan: string;
      };
      differences: components['schemas']['CorrectionsDifferenceView'][];
      /** @description Records that the catalogue in force would not charge: they keep their rating. */
      kept: {
        at: string;
        detail: string;
        id: string;
        model: string;
        partner: string;
        reason: string;
        source: string;
      }[];
    };
    ReceivableView: {
      account: string;
      balances: {
        currency: string;
        /** @description Exact; negative where it is owed to the customer. */
        owed: string;
        causes: {
          cause: string;
          amount: string;
        }[];
      }[];
      /** @description Not settled yet, the oldest first. */
      invoices: components['schemas']['AccountDocumentView'][];
      /** @description Paid, and put to no invoice. */
      unallocated: string;
    };
    ReconciliationDifferenceView: {
      id: number;
      key: string;
      /** @enum {string} */
      outcome: 'late' | 'ours_only' | 'price' | 'quantity' | 'theirs_only' | 'within_tolerance';
      at: string | null;
      model: string | null;
      tenant: string | null;
      plan: string | null;
      kind: string | null;
      /** @description The accounting month of ours. */
      ourMonth: string | null;
      ours: components['schemas']['SideView'] | null;
      /** @description The line of theirs in their file. */
      theirLine: number | null;
      theirs: components['schemas']['SideView'] | null;
      /** @description Theirs less ours; nothing of what their file does not state at all. */
      tokensApart: string;
      amountApart: string;
      /** @enum {string} */
      resolution: 'accepted_ours' | 'accepted_theirs' | 'open' | 'to_dispute';
      reason: string | null;
      resolvedBy: string | null;
      resolvedAt: string | null;
    };
    ReconciliationDifferencesView: {
      differences: components['schemas']['ReconciliationDifferenceView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    ReconciliationView: {
      id: number;
      party: string;
      /** @enum {string} */
      role: 'compute_owner' | 'reporter' | 'settlement' | 'vendor';
      month: string;
      /** @enum {string} */
      level: 'hours' | 'records' | 'statement';
      currency: string;
      fileName: string;
      /** @enum {string} */
      format: 'csv' | 'csv_gzip' | 'xlsx';
      /** @description SHA-256 of the file: the same file again is the same run, unless it was found faulty. */
      fileDigest: string;
      columns: {
        amount?: string;
        at?: string;
        audio_input?: string;
        audio_output?: string;
        cache_write?: string;
        cache_write_1h?: string;
        cached_input?: string;
        characters?: string;
        currency?: string;
        image_input?: string;
        image_output?: string;
        images?: string;
        input?: string;
        kind?: string;
        model?: string;
        output?: string;
        pages?: string;
        plan?: string;
        reasoning?: string;
        recordId?: string;
        requests?: string;
        seconds?: string;
        source?: string;
        tenant?: string;
        tokens?: string;
        tool_calls?: string;
        video_input?: string;
        video_output?: string;
      };
      /** @description Null where nothing was agreed, and nothing may differ. */
      agreement: number | null;
      tokens: components['schemas']['ToleranceView'];
      money: components['schemas']['ToleranceView'];
      /** @enum {string} */
      state: 'failed' | 'matched' | 'received';
      requestedBy: string;
      requestedAt: string;
      endedAt: string | null;
      rows: number | null;
      /** @description Of a failed one: the first cells that cannot be read. */
      faults:
        | {
            row: number;
            column: string | null;
            code: string;
            detail: string;
          }[]
        | null;
    };
    ReconciliationsView: {
      reconciliations: components['schemas']['ReconciliationView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    Recycled: {
      charged: number;
      stillOpen: number;
    };
    RenewedView: {
      account: string;
      subscriptionId: number;
      cycle: number;
      endsAt: string | null;
      grants: components['schemas']['GrantView'][];
      /** @description False where the cycle had been granted before. */
      created: boolean;
      applied: boolean;
    };
    ReplacementResult: {
      /** @enum {string} */
      status: 'already_voided' | 'known' | 'not_found' | 'refused' | 'replaced';
      /** @description What became of the new record, as a post of it would be answered. */
      record?: {
        charge?: components['schemas']['ChargeView'];
        field?: string;
        fields?: string[];
        message?: string;
        /** @enum {string} */
        status: 'accepted' | 'conflict' | 'duplicate' | 'refused' | 'suspense';
        suspense?: {
          reason: string;
          detail: string;
        };
      };
      id: string;
      void?: components['schemas']['CorrectionsVoidView'];
      index: number;
      source: string;
      field?: string;
      message?: string;
    };
    ReplacementResults: {
      counts: {
        already_voided: number;
        known: number;
        not_found: number;
        refused: number;
        replaced: number;
      };
      results: components['schemas']['ReplacementResult'][];
    };
    ResolvedView: {
      resolved: number;
      /** @description Named by the filters, and no longer to be resolved so. */
      passedOver: number;
    };
    /** @description `usage` is pay-as-you-go and what went beyond a hard limit: as it was charged. All else is without VAT. */
    RevenueView: {
      /** @enum {string} */
      kind: 'breakage' | 'fee' | 'package' | 'shortfall' | 'usage';
      currency: string;
      amount: string;
    };
    /** @description Amounts are decimals in yuan, or in the currency that is named beside them. */
    RunDetailsView: {
      totals: {
        currency: string;
        statements: number;
        paid: string;
        net: string;
        tax: string;
        payable: string;
      }[];
      splits: {
        originMonth: string;
        splitRuleVersion: number;
        currency: string;
        lines: number;
        paid: string;
        net: string;
        tax: string;
      }[];
      id: number;
      kind: string;
      month: string;
      version: number;
      state: string;
      inputDigest: string;
      createdAt: string;
      createdBy: string;
      approvedAt: string | null;
      approvedBy: string | null;
      postedAt: string | null;
    };
    RunView: {
      id: number;
      kind: string;
      month: string;
      version: number;
      state: string;
      inputDigest: string;
      createdAt: string;
      createdBy: string;
      approvedAt: string | null;
      approvedBy: string | null;
      postedAt: string | null;
    };
    RunsDifferencesView: {
      month: string;
      before: components['schemas']['ComparedRunView'];
      after: components['schemas']['ComparedRunView'];
      /** @description By currency: what the parties add up to. */
      totals: {
        after: components['schemas']['FiguresView'];
        before: components['schemas']['FiguresView'];
        currency: string;
        difference: components['schemas']['FiguresView'];
      }[];
      parties: {
        after: components['schemas']['FiguresView'];
        before: components['schemas']['FiguresView'];
        currency: string;
        difference: components['schemas']['FiguresView'];
        party: string;
      }[];
      counts: {
        changed: number;
        appeared: number;
        gone: number;
      };
      lines: components['schemas']['DifferentLineView'][];
      /** @description How many more there are than are shown. */
      linesLeftOut: number;
    };
    RunsView: {
      runs: components['schemas']['RunView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    /** @description By kind; whole codes first, then what begins with the text. Ten of a kind at most. */
    SearchView: {
      found: {
        /** @enum {string} */
        kind:
          | 'account'
          | 'bill_run'
          | 'customer'
          | 'invoice'
          | 'model'
          | 'party'
          | 'plan'
          | 'price_book'
          | 'settlement_run';
        /** @description Of a run, its number. */
        code: string;
        name: string;
      }[];
    };
    SessionView: {
      login: string;
      displayName: string;
      /** @enum {string} */
      role: 'admin' | 'checker' | 'finance' | 'maker' | 'operations' | 'partner';
      /** @description Whom somebody of a partner acts for. */
      party: string | null;
      /** @description Until it is, every other request is refused with `password_change_required`. */
      mustChangePassword: boolean;
      /** @description To be sent as `x-csrf-token` with every request that changes something. */
      csrfToken: string;
      /** @description When it ends if nothing more is asked. */
      expiresAt: string;
    };
    SettlementTerms: {
      /** @description Who is paid, and where. */
      legalEntity: string;
      bankAccount: string;
      /** @description Fractions of a share: '0.06' is six per cent. Without them those that the party was registered with. */
      vatRate?: string;
      withholdingRate?: string;
      /** @description In the currency of each statement; less is carried to the next one. */
      minimumPayout: string;
      /** @description Whole days after the day of issue; then a statement that nobody answered counts as confirmed. */
      disputeDays: number;
      /** @description Whole days after an invoice came in. */
      paymentDays: number;
      /** @enum {string} */
      basis: 'collected' | 'invoiced' | 'recognised';
      /** @description Of the amounts of guarantee and purchase; yuan where it says nothing. */
      currency?: string;
      /** @description What shares in other currencies are converted into, at the rate of each month's last instant; none where it says nothing. */
      settlesIn?: string;
      holdback?: components['schemas']['Holdback'];
      guarantee?: components['schemas']['ShareGuarantee'];
      purchase?: components['schemas']['PurchaseCommitment'];
    };
    /** @description The least that the party has of its own month, all rules together. */
    ShareGuarantee: {
      /** @description A month. */
      amount: string;
      /** @description Whether the party gives the top-up back out of later months that come to more. */
      recoupable: boolean;
    };
    SideTotalView: {
      keys: number;
      tokens: string;
      amount: string;
    };
    SideView: {
      /** @description By their names; those that are 0 are left out. */
      counts: {
        [key: string]: string;
      };
      tokens: string;
      amount: string;
    };
    SignInOptionsView: {
      /** @description Whether `GET /v1/session/oidc` leads to somebody who knows people. */
      oidc: boolean;
      languages: string[];
    };
    SoldSubscriptionView: {
      subscriptionId: number;
      startsAt: string;
      endsAt: string | null;
      nextCycleAt: string | null;
      createdAt: string;
      segment: string;
      /** @enum {string} */
      status: 'ended' | 'ending' | 'running' | 'suspended' | 'upcoming';
      account: string;
      plan: string;
      planVersionId: number;
      channel: string | null;
    };
    StaffAccountView: {
      login: string;
      displayName: string;
      /** @enum {string} */
      role: 'admin' | 'checker' | 'finance' | 'maker' | 'operations' | 'partner';
      party: string | null;
      disabled: boolean;
      mustChangePassword: boolean;
      /** @description Too many wrong passwords were tried; null where it is not locked. */
      lockedUntil: string | null;
      createdAt: string;
      createdBy: string;
      changedAt: string;
      changedBy: string;
    };
    StaffAccountsView: {
      accounts: components['schemas']['StaffAccountView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    StatementLifeStepView: {
      state: string;
      at: string;
      by: string;
      /** @description On whose word it was confirmed in the party's name. */
      note: string | null;
      /** @description Number and date of the invoice, or of what the bank says. */
      document: {
        number: string;
        date: string;
      } | null;
      /** @description Of the whole payout, in the statement's currency. */
      amount: string | null;
      /** @description The run of the statement that the payout is invoiced and paid with. */
      payoutRunId: number | null;
      payee: string | null;
    };
    StatementLifeView: {
      state: string;
      payable: string;
      deemedConfirmedAt: string;
      minimumPayout: string;
      paymentDueOn: string | null;
      events: components['schemas']['StatementLifeStepView'][];
    };
    /** @description Amounts are decimals in the statement's currency. */
    StatementView: {
      runId: number;
      /** @description `settlement`, or `proforma` for an indication that is never issued. */
      kind: string;
      party: string;
      partyName: string;
      currency: string;
      month: string;
      version: number;
      state: string;
      share: string;
      vat: string;
      withholding: string;
      /** @description Kept for a later month, and paid of earlier ones. */
      held: string;
      released: string;
      payable: string;
      issuedAt: string | null;
    };
    StatementsView: {
      statements: components['schemas']['StatementView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    StepTakenView: {
      /** @description All that the step moved, the oldest month first. */
      statements: {
        runId: number;
        month: string;
        payable: string;
        state: string;
      }[];
      /** @description False of a preview. */
      applied: boolean;
      state: string;
      at: string;
      by: string;
      /** @description On whose word it was confirmed in the party's name. */
      note: string | null;
      /** @description Number and date of the invoice, or of what the bank says. */
      document: {
        number: string;
        date: string;
      } | null;
      /** @description Of the whole payout, in the statement's currency. */
      amount: string | null;
      /** @description The run of the statement that the payout is invoiced and paid with. */
      payoutRunId: number | null;
      payee: string | null;
    };
    SubscriptionChangeView: {
      account: string;
      subscriptionId: number;
      endsAt: string | null;
      /** @description Cycles that had fallen due, and were granted with the change. */
      grantsIssued: number;
      applied: boolean;
    };
    SubscriptionView: {
      account: string;
      plan: string;
      subscriptionId: number;
      planVersionId: number;
      /** @description What is granted at once, or ahead of the start. */
      grants: components['schemas']['GrantView'][];
      /** @description False of a preview. */
      applied: boolean;
    };
    SubscriptionsView: {
      subscriptions: components['schemas']['SoldSubscriptionView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    SuspenseCauseView: {
      reason: string;
      /** @description What is unknown, or what was wrong: a model, an account, a missing price. */
      detail: string;
      records: number;
      partners: string[];
      sources: string[];
      firstOpenedAt: string;
      lastOpenedAt: string;
      firstUsageAt: string;
      lastUsageAt: string;
    };
    /** @description The most frequent first; the largest thousand where there are more. */
    SuspenseCausesView: {
      causes: components['schemas']['SuspenseCauseView'][];
    };
    SuspensePageView: {
      entries: components['schemas']['SuspenseView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    SuspenseView: {
      key: string;
      partner: string;
      source: string;
      id: string;
      account: string;
      at: string;
      reason: string;
      detail: string;
      openedAt: string;
      record: unknown;
    };
    TableFile: {
      file: string;
      /** @enum {string} */
      format: 'csv' | 'xlsx';
      sha256: string;
      bytes: number;
    };
    /** @description What proves the files of a report: nothing in it changes when they are made again of the same figures. */
    TableManifest: {
      format: string;
      files: components['schemas']['TableFile'][];
      /** @description Of lines, without their totals. */
      rows: number;
      /** @description By group, the totals of the columns that add up. */
      totals: {
        [key: string]: string | null;
      }[];
    };
    TakenList: {
      account: string;
      subscriptions: components['schemas']['TakenView'][];
    };
    TakenView: {
      subscriptionId: number;
      plan: string;
      planVersionId: number;
      role: string;
      channel: string | null;
      startsAt: string;
      endsAt: string | null;
      /** @description When the next cycle is granted, or the open period of a commitment closed. */
      nextCycleAt: string | null;
      /** @description While it is suspended no further cycle is granted. */
      suspendedAt: string | null;
      /** @description Of a pack the latest cycle that is granted, the order itself being the first; null of everything else. */
      packCycle: number | null;
      /** @description The subscription that this one takes over from, by a change of plan. */
      follows: number | null;
      /** @description What was said last of the prices of a base tariff; null where they follow the book. */
      pricesHeld: {
        asOf: string;
        until: string | null;
      } | null;
    };
    /** @description Amounts are decimals in the currency that stands beside them. */
    TermsView: {
      party: string;
      /** @description The version in force; null where there is none, and the usual terms hold. */
      contract: {
        version: number;
        effectiveFrom: string;
        body: components['schemas']['PartnerContract'];
      } | null;
      disputeDays: number;
      /** @description In the currency of each statement. */
      minimumPayout: string;
      paymentDays: number;
      legalEntity: string | null;
      bankAccount: string | null;
      advances: {
        currency: string;
        outstanding: string;
      }[];
      holdbacks: components['schemas']['HoldbackView'][];
      waiting: components['schemas']['WaitingView'][];
    };
    TierComponentDocument:
      | {
          /** @enum {string} */
          mode: 'graduated' | 'stairstep' | 'volume';
          /** @description How many units the unit prices are for; absent for 1,000,000. */
          per?: string;
          tiers: components['schemas']['TierRowDocument'][];
        }
      | {
          /** @enum {string} */
          mode: 'package';
          packageSize: string;
          packagePrice: string;
          freeUnits?: string;
        };
    /** @description A tier ladder that stands instead of plain entries for its models and classes. */
    TierRow: {
      /** @description Keeps the counter over new versions of the price. */
      lineage: string;
      models: string[];
      classes: string[];
      /** @enum {string} */
      window: 'billing_period' | 'contract_year' | 'lifetime';
      /**
       * @description Whether what grants covered moves the position too; only overage is ever charged.
       * @enum {string}
       */
      counts: 'all' | 'overage';
      component: components['schemas']['TierComponentDocument'];
    };
    /** @description A row of a ladder as it is written down: whole numbers and yuan, as text. */
    TierRowDocument: {
      upTo: string | null;
      /** @description Yuan for `per` units; absent for 0. */
      unitPrice?: string;
      /** @description Yuan; absent for 0. */
      flatFee?: string;
    };
    TierView: {
      /** @description From 1; null where nothing is charged yet. Of packages, the one begun last. */
      tier: number | null;
      over: string;
      upTo: string | null;
    };
    /** @description Local time of the book's zone. */
    TimeBand: {
      /** @description A calendar, by its code, that says which local dates are workdays; only with `on`. */
      holidays?: string;
      /**
       * @description Workdays of the calendar, or all other days: holidays, and weekends as they usually are.
       * @enum {string}
       */
      on?: 'holidays' | 'workdays';
      from: string;
      to: string;
      /** @description ISO weekdays of the instant's local date, also after midnight in hours that wrap. */
      days?: number[];
    };
    ToleranceView: {
      absolute: string;
      relative: string;
      /** @enum {string} */
      rule: 'all' | 'any';
    };
    TotalView: {
      /** @enum {string} */
      outcome:
        | 'all'
        | 'equal'
        | 'late'
        | 'ours_only'
        | 'price'
        | 'quantity'
        | 'theirs_only'
        | 'within_tolerance';
      keys: number;
      ours: components['schemas']['SideTotalView'];
      theirs: components['schemas']['SideTotalView'];
    };
    TransferView: {
      from: string;
      to: string;
      /** @description Out of which grants of the giver, into which of the receiver. */
      parts: {
        grant: string;
        tokens: string;
        received: string;
        expiresAt: string | null;
      }[];
      /** @description False of a preview. */
      applied: boolean;
    };
    TrialBalanceView: {
      /** @description The one that was asked for; the other is null. */
      at: string | null;
      month: string | null;
      account: string | null;
      /** @description Whether debits are credits in every asset. */
      balanced: boolean;
      lines: {
        asset: string;
        chinese: string;
        closingCredit: string;
        closingDebit: string;
        credits: string;
        debits: string;
        ledgerAccount: string;
        name: string;
        openingCredit: string;
        openingDebit: string;
        /** @enum {string} */
        type: 'asset' | 'clearing' | 'expense' | 'liability' | 'quantity' | 'revenue';
      }[];
      totals: components['schemas']['BalanceColumns'][];
    };
    UsageListView: {
      from: string;
      until: string;
      records: components['schemas']['ListedUsageView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    UsageResult: {
      index: number;
      id: string | null;
      /** @enum {string} */
      status: 'accepted' | 'conflict' | 'duplicate' | 'refused' | 'suspense';
      charge?: components['schemas']['ChargeView'];
      suspense?: {
        reason: string;
        detail: string;
      };
      fields?: string[];
      field?: string;
      message?: string;
    };
    UsageResults: {
      counts: {
        accepted: number;
        conflict: number;
        duplicate: number;
        refused: number;
        suspense: number;
      };
      results: components['schemas']['UsageResult'][];
    };
    VariancesView: {
      /** @description The policy in force, and its version; null without one: then nothing is asked. */
      policy: {
        code: string;
        version: number;
      } | null;
      /** @description What the run is compared with; null where the month before was not issued. */
      comparedWith: {
        id: number;
        month: string;
        version: number;
      } | null;
      findings: components['schemas']['FindingView'][];
      /** @description How many findings still wait for a reason; with any, the run is not signed. */
      open: number;
      /** @description Shown, not asked about. */
      topMovers: components['schemas']['MovementView'][];
    };
    VersionDifferenceView: {
      from: number;
      to: number;
      changes: components['schemas']['BodyDifference'][];
    };
    /** @description Without what it says, which may be long. */
    VersionView: {
      kind: string;
      code: string;
      version: number;
      effectiveFrom: string;
      digest: string;
      createdAt: string;
      createdBy: string;
      /** @description The draft that was signed, by whom and when; null where it was loaded without one. */
      draftId: number | null;
      approvedBy: string | null;
      approvedAt: string | null;
    };
    VersionsView: {
      versions: components['schemas']['VersionView'][];
      /** @description Where the next page begins; null on the last. */
      next: string | null;
    };
    VoidResult: {
      index: number;
      source: string;
      id: string;
      /** @enum {string} */
      status: 'already_voided' | 'not_found' | 'refused' | 'voided';
      void?: components['schemas']['CorrectionsVoidView'];
      field?: string;
      message?: string;
    };
    VoidResults: {
      counts: {
        already_voided: number;
        not_found: number;
        refused: number;
        voided: number;
      };
      results: components['schemas']['VoidResult'][];
    };
    VoidedReRated: {
      accounts: number;
      /** @description Records that are rated anew. */
      changed: number;
    };
    VoucherView: {
      number: string;
      date: string;
      currency: string;
      debit: string;
      credit: string;
      /** @description Before rounding to the fen. */
      exactDebit: string;
      exactCredit: string;
      lines: {
        line: number;
        erpAccount: string;
        erpName: string;
        ledgerAccount: string;
        party: string | null;
        text: string;
        /** @description Two decimals; one of the two is 0.00. */
        debit: string;
        credit: string;
        /** @description What it stands for in the ledger, a debit positive; 0 for what rounding the others left. */
        exact: string;
      }[];
    };
    VouchersView: {
      month: string;
      state: string;
      vouchers: components['schemas']['VoucherView'][];
      /** @description Of the export. */
      file: {
        name: string;
        sha256: string;
        bytes: number;
      };
    };
    /** @description A month whose share waits until its revenue is invoiced or collected. */
    WaitingView: {
      currency: string;
      month: string;
      /** @enum {string} */
      basis: 'collected' | 'invoiced';
      /** @description The month’s own shares, and what has been taken back of them since. */
      share: string;
      takenBack: string;
      held: string;
    };
    WaiverView: {
      number: number;
      item: string;
      /** @description How much of it there was; with more of it, the item is open again. */
      seen: number;
      reason: string;
      by: string;
      at: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAccounts: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'createdAt' | '-createdAt' | 'code' | '-code';
        after?: string;
        status?: 'active' | 'suspended' | 'closed';
        segment?: string;
        /** @description Where they are, or their customers: it, or below it */
        region?: string;
        customer?: string;
        createdFrom?: string;
        createdUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accounts, filtered and sorted, page by page; by their opening unless said otherwise */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openAccounts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
          name: string;
          segment: string;
          /** @default Asia/Shanghai */
          zone?: string;
          /** @default 1 */
          anchorDay?: number;
          /**
           * @default CNY
           * @enum {string}
           */
          currency?:
            | 'CNY'
            | 'HKD'
            | 'MOP'
            | 'TWD'
            | 'USD'
            | 'EUR'
            | 'GBP'
            | 'CHF'
            | 'SGD'
            | 'MYR'
            | 'THB'
            | 'AED';
          /** @default null */
          customer?: string | null;
          /** @default null */
          region?: string | null;
        };
      };
    };
    responses: {
      /** @description Open an account; opening the same again changes nothing */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An account: whose it is, where, and how it stands */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestAdjustments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'goodwill' | 'manual_credit' | 'manual_debit' | 'refund' | 'write_off';
          /** @description In the account’s currency, VAT included; above 0 */
          amount: string;
          /** @description Six per cent where nothing is said; a refund bears none */
          vatRate?: string;
          reason: string;
          /** @description A record, an invoice, a ticket */
          reference?: string;
          /**
           * @description Say what it would come to, and keep nothing: the same step, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Ask for a credit, a debit or a refund; what nobody else has to sign is posted. Or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdjustmentDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readAdjustments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An adjustment with what became of it: who, when, what */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdjustmentDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approveAdjustmentDecisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
          /**
           * @description Say what it would come to, and keep nothing: the same step, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Sign it, as another person; the last signature that is needed posts it. Or preview */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdjustmentDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rejectAdjustmentDecisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Say no to it, and why; as another person than whoever asked or signed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdjustmentDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawAdjustmentDecisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      /** @description Withdraw what one asked for oneself */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdjustmentDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBalance: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every grant of an account in burn order, and what is left of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BalanceView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readCollections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How an account paid, pays and is to pay */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CollectionsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setCollections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          method: 'invoice' | 'phone_bill';
          /** @default null */
          billingId?: string | null;
          /** @default null */
          phoneNumber?: string | null;
          /**
           * Format: date-time
           * @description Now where nothing is said; never before
           */
          effectiveFrom?: string;
        };
      };
    };
    responses: {
      /** @description How an account pays what becomes final from an instant on */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CollectionView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readCommitments: {
    parameters: {
      query?: {
        plan?: string;
        mode?: 'prepaid' | 'take_or_pay' | 'spend';
        /** @description Only periods in it, and commitments that have one */
        state?: 'to_come' | 'granted' | 'open' | 'closed';
      };
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The commitments of an account, and what each of their periods has come to */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommitmentsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  assignAccounts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          customer: string;
        };
      };
    };
    responses: {
      /** @description Say whose an account is that was opened without a customer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listGrantMovements: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'at' | '-at';
        after?: string;
      };
      header?: never;
      path: {
        code: string;
        grant: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What a grant was given and what left it, the latest first, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GrantMovementsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  receivePayments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description The account’s
           * @enum {string}
           */
          currency:
            | 'CNY'
            | 'HKD'
            | 'MOP'
            | 'TWD'
            | 'USD'
            | 'EUR'
            | 'GBP'
            | 'CHF'
            | 'SGD'
            | 'MYR'
            | 'THB'
            | 'AED';
          amount: string;
          /** Format: date-time */
          receivedAt: string;
          /** @enum {string} */
          method: 'bank_transfer' | 'wechat_pay' | 'alipay' | 'unionpay' | 'direct_debit';
          /** @description The bank’s: the same again books nothing */
          reference: string;
          invoice?: string;
        };
      };
    };
    responses: {
      /** @description Book what a customer paid; the same reference of a method again books nothing */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentRecordedView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  allocatePayments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description To this one alone */
          invoice?: string;
        };
      };
    };
    responses: {
      /** @description Put what is left of a payment to an invoice, or to the oldest that are open */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllocatedView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reversePayments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          /**
           * Format: date-time
           * @description When the money went back; now where nothing is said
           */
          at?: string;
        };
      };
    };
    responses: {
      /** @description Take back a payment that bounced: the customer owes it again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readPaymentsReceivable: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the ledger says that a customer owes, by currency and cause */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceivableView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeAccounts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          status: 'active' | 'suspended' | 'closed';
          reason: string;
        };
      };
    };
    responses: {
      /** @description Suspend an account, take it up again, or close it for good */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSubscriptionChanges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What an account has taken up, and until when */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TakenList'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  orderSubscriptions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          plan: string;
          /**
           * Format: date-time
           * @description When it takes effect: ISO 8601 with an offset
           */
          startsAt: string;
          /** @description The channel that sold it */
          channel?: string;
          /**
           * @description Say what it would come to, and take up nothing: the same order, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Take up a plan for an account; what it grants is granted at once. Or preview that */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelPlanChanges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Say what it would come to, and change nothing: the same change, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Drop a plan that waits to take over, and run on; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionChangeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changePlanChanges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description One that the account may order, of the same role */
          plan: string;
          /**
           * @description With what is granted, or at once: then the difference is sold for the rest of the cycle
           * @enum {string}
           */
          when: 'now' | 'period_end';
          /** @description The channel that sold it */
          channel?: string;
          /**
           * @description Say what it would come to, and change nothing: the same change, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Have another plan take over, at once or with what is granted; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanChangedView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endSubscriptionChanges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description With what is granted already, or at once; what is granted stays usable until it expires
           * @enum {string}
           */
          when: 'now' | 'period_end';
          /**
           * @description Say what it would come to, and change nothing: the same change, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description End a subscription, at once or with what is granted; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionChangeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  onePriceProtections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date-time
           * @description Records from then on are priced as at that instant: ISO 8601 with an offset
           */
          asOf: string;
          /**
           * Format: date-time
           * @description Before then; null as long as the subscription runs. Until now, prices follow the book again
           */
          until: string | null;
          /**
           * @description Say what it would come to, and change nothing: the same change, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Hold the prices of a base tariff, or let them follow the book; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProtectionView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reactivateSubscriptionChanges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Why; kept with the change */
          reason: string;
          /**
           * @description Say what it would come to, and change nothing: the same change, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Take a suspension back; what was missed is not granted. Or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionChangeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  renewPlanChanges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The cycle to be granted, one after the latest; asked for again, it says what was done */
          cycle: number;
          /**
           * @description Where the last grant ends, or at once beside it
           * @enum {string}
           */
          begins: 'append' | 'stack';
          /** @description The channel that sold it */
          channel?: string;
          /**
           * @description Say what it would come to, and change nothing: the same change, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Grant a pack once more, where its last grant ends or beside it; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RenewedView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resumeSubscriptionChanges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Say what it would come to, and change nothing: the same change, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Take back an end that is still to come; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionChangeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  suspendSubscriptionChanges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Why; kept with the change */
          reason: string;
          /**
           * @description Say what it would come to, and change nothing: the same change, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Suspend a package or a base tariff: nothing further is granted; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionChangeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  giveTransfers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Nothing is paid for it
           * @enum {string}
           */
          kind: 'gift';
          /** @description The account that receives the tokens */
          to: string;
          /** @description The one grant to take from; else all that may be given, in the order in which they burn */
          grant?: string;
          /** @description Whole package tokens */
          tokens: number;
          /**
           * @description Say what it would come to, and give nothing: the same gift, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Give package tokens of an account to another one; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransferView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAdjustments: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'requestedAt' | '-requestedAt' | 'amount' | '-amount';
        after?: string;
        account?: string;
        kind?: 'goodwill' | 'manual_credit' | 'manual_debit' | 'refund' | 'write_off';
        state?: 'requested' | 'posted' | 'rejected' | 'withdrawn';
        requestedBy?: string;
        requestedFrom?: string;
        requestedUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Adjustments of all accounts, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdjustmentsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listApprovals: {
    parameters: {
      query?: {
        kind?:
          | 'draft'
          | 'settlement_run'
          | 'payment'
          | 'dispute_line'
          | 'clawback'
          | 'month_reopening'
          | 'bill_run'
          | 'invoice_void'
          | 'credit_note'
          | 'adjustment';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What waits for a second person of the caller’s role, the longest wait first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAuditLog: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'number' | '-number';
        after?: string;
        /** @description A login, or the subject of a key or of a partner */
        who?: string;
        /** @description A route as it is declared, such as /v1/drafts/:id/approve, or with its method before it */
        action?: string;
        /** @description What stands in the route’s path, with / between */
        object?: string;
        /** @description Below 400, below 500, above; or nobody knows how it ended */
        result?: 'done' | 'refused' | 'failed' | 'unanswered';
        from?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What people and keys asked to be done, and were answered; the latest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEntriesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readAuditLogFile: {
    parameters: {
      query?: {
        /** @description A login, or the subject of a key or of a partner */
        who?: string;
        /** @description A route as it is declared, such as /v1/drafts/:id/approve, or with its method before it */
        action?: string;
        /** @description What stands in the route’s path, with / between */
        object?: string;
        /** @description Below 400, below 500, above; or nobody knows how it ended */
        result?: 'done' | 'refused' | 'failed' | 'unanswered';
        from?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The same as CSV from the oldest on; the last row has the digest of what is before it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readAuditLogVerification: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Walk the whole chain: whether every entry is as it was written */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditVerificationView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listBillRuns: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'createdAt' | '-createdAt' | 'cutOff' | '-cutOff';
        after?: string;
        state?: 'calculating' | 'draft' | 'finalising' | 'final' | 'superseded';
        createdBy?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Bill runs, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillRunsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestBillRuns: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          cutOff: string;
          graceHours?: number;
          accounts?: string[];
          customers?: string[];
        };
      };
    };
    responses: {
      /** @description Have bills calculated up to a cut-off, as a draft; a draft that there is is set aside */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedBillRunView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  findBillRuns: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A bill run, what it comes to and how far it is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillRunDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  finaliseBillRuns: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Have a draft made final, as another person than the one who had it calculated; answers before it is done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedBillRunView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCampaigns: {
    parameters: {
      query?: {
        limit?: number;
        sort?:
          | 'code'
          | '-code'
          | 'startsAt'
          | '-startsAt'
          | 'endsAt'
          | '-endsAt'
          | 'leftTokens'
          | '-leftTokens';
        after?: string;
        runningAt?: string;
        /** @description Whether nothing is left in them */
        dry?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Pools of package tokens that campaigns give from, and what is taken of them, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignPoolsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openCampaigns: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
          name: string;
          tokens: number;
          startsAt: string;
          /** @default null */
          endsAt?: string | null;
        };
      };
    };
    responses: {
      /** @description Open a campaign’s pool; opening the same again changes nothing */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignPoolView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  topUpCampaigns: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Names this one among all of the pool: sent again, it adds nothing */
          reference: string;
          tokens: number;
        };
      };
    };
    responses: {
      /** @description Put tokens into a pool, once for each reference */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CampaignPoolView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readDocumentsAll: {
    parameters: {
      query?: {
        limit?: number;
        sort?:
          | 'code'
          | '-code'
          | 'version'
          | '-version'
          | 'effectiveFrom'
          | '-effectiveFrom'
          | 'createdAt'
          | '-createdAt';
        after?: string;
        kind?:
          | 'plan'
          | 'price_book'
          | 'cost_book'
          | 'coefficient_table'
          | 'split_rule'
          | 'contract'
          | 'holiday_calendar'
          | 'served_models'
          | 'notice_policy'
          | 'eligibility_rule'
          | 'exchange_rates'
          | 'variance_policy'
          | 'settlement_calendar'
          | 'approval_limits';
        code?: string;
        effectiveFrom?: string;
        effectiveUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Versions of documents of every kind, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VersionsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listDocuments: {
    parameters: {
      query?: {
        limit?: number;
        sort?:
          | 'code'
          | '-code'
          | 'version'
          | '-version'
          | 'effectiveFrom'
          | '-effectiveFrom'
          | 'createdAt'
          | '-createdAt';
        after?: string;
        at?: string;
        code?: string;
        effectiveFrom?: string;
        effectiveUntil?: string;
      };
      header?: never;
      path: {
        kind:
          | 'plan'
          | 'price_book'
          | 'cost_book'
          | 'coefficient_table'
          | 'split_rule'
          | 'contract'
          | 'holiday_calendar'
          | 'served_models'
          | 'notice_policy'
          | 'eligibility_rule'
          | 'exchange_rates'
          | 'variance_policy'
          | 'settlement_calendar'
          | 'approval_limits';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The documents of a kind, each as it is in force now or at another instant */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readDocuments: {
    parameters: {
      query?: {
        at?: string;
      };
      header?: never;
      path: {
        kind:
          | 'plan'
          | 'price_book'
          | 'cost_book'
          | 'coefficient_table'
          | 'split_rule'
          | 'contract'
          | 'holiday_calendar'
          | 'served_models'
          | 'notice_policy'
          | 'eligibility_rule'
          | 'exchange_rates'
          | 'variance_policy'
          | 'settlement_calendar'
          | 'approval_limits';
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One document as it is in force now or at another instant */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readDocumentsVersions: {
    parameters: {
      query?: {
        limit?: number;
        sort?:
          | 'code'
          | '-code'
          | 'version'
          | '-version'
          | 'effectiveFrom'
          | '-effectiveFrom'
          | 'createdAt'
          | '-createdAt';
        after?: string;
        effectiveFrom?: string;
        effectiveUntil?: string;
      };
      header?: never;
      path: {
        kind:
          | 'plan'
          | 'price_book'
          | 'cost_book'
          | 'coefficient_table'
          | 'split_rule'
          | 'contract'
          | 'holiday_calendar'
          | 'served_models'
          | 'notice_policy'
          | 'eligibility_rule'
          | 'exchange_rates'
          | 'variance_policy'
          | 'settlement_calendar'
          | 'approval_limits';
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The versions of a document, in the order in which they were published */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  diffDocuments: {
    parameters: {
      query: {
        from: number;
        to: number;
      };
      header?: never;
      path: {
        kind:
          | 'plan'
          | 'price_book'
          | 'cost_book'
          | 'coefficient_table'
          | 'split_rule'
          | 'contract'
          | 'holiday_calendar'
          | 'served_models'
          | 'notice_policy'
          | 'eligibility_rule'
          | 'exchange_rates'
          | 'variance_policy'
          | 'settlement_calendar'
          | 'approval_limits';
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What one version of a document says otherwise than another, place by place */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VersionDifferenceView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listClawbacks: {
    parameters: {
      query?: {
        month?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked to be taken back, of all months or of one; the latest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClawbacksView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestClawbacks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          month: string;
          /**
           * @default CNY
           * @enum {string}
           */
          currency?:
            | 'CNY'
            | 'HKD'
            | 'MOP'
            | 'TWD'
            | 'USD'
            | 'EUR'
            | 'GBP'
            | 'CHF'
            | 'SGD'
            | 'MYR'
            | 'THB'
            | 'AED';
          /** @description Its part alone; of all parties where none is named */
          party?: string;
          plan?: string;
          model?: string;
          /** @description Refund, chargeback, never collected; whose, by which document */
          reason: string;
          /** @description What did not last, net of VAT, of all parties together */
          revenue?: string;
          /** @description Instead of an amount: of what was shared, above 0, at most 100 */
          percent?: string;
        };
      };
    };
    responses: {
      /** @description Ask for the shares of revenue of an issued month that did not last */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClawbackView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approveClawbacks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      /** @description Approve it, as another person: the open month takes it from each party */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClawbackView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rejectClawbacks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      /** @description Reject it, as another person: nothing moves */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClawbackView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCustomers: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'code' | '-code' | 'createdAt' | '-createdAt';
        after?: string;
        kind?: 'person' | 'organisation' | 'one_person_company';
        /** @description Where they are at home: it, or below it */
        region?: string;
        verified?: 'true' | 'false';
        parent?: string;
        createdFrom?: string;
        createdUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Customers, filtered and sorted, page by page; by code unless said otherwise */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CustomersView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  registerCustomers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
          /** @enum {string} */
          kind: 'person' | 'organisation' | 'one_person_company';
          name: string;
          /** @description ISO 3166-2, such as CN-SH */
          region: string;
          /** @description What an organisation or a one-person company is registered under */
          registrationNumber?: string;
          /** @description A person’s real-name document. It is digested with a key, and neither stored nor logged */
          documentNumber?: string;
          /** @description Instead: SHA-256 of the number in capitals, half-width, without spaces and hyphens, as UTF-8 */
          documentSha256?: string;
        };
      };
    };
    responses: {
      /** @description Make a customer known, once for each identity; saying the same again changes nothing */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CustomerView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A customer with everybody above it and those directly below it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CustomerReadView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBillingProfile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How a customer is billed, and what its fapiao names; none where nothing was said */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillingProfileAnswer'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setBillingProfile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          consolidated: boolean;
          buyerTitle: string;
          /** @default null */
          taxpayerId?: string | null;
          /** @enum {string} */
          fapiaoKind: 'general' | 'special';
          /** @default null */
          registeredAddress?: string | null;
          /** @default null */
          phone?: string | null;
          /** @default null */
          bankName?: string | null;
          /** @default null */
          bankAccount?: string | null;
          /** @default null */
          email?: string | null;
        };
      };
    };
    responses: {
      /** @description How a customer is billed from the next run on, and what its fapiao names */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BillingProfileView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  moveCustomers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The organisation that it is part of; null for none */
          parent: string | null;
        };
      };
    };
    responses: {
      /** @description Make an organisation part of another, or of none */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CustomerView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  verifyCustomers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date-time
           * @description When it was found to be true
           */
          verifiedAt: string;
        };
      };
    };
    responses: {
      /** @description Note that a customer is who it says; the first finding stands */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CustomerView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listDisputes: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'openedAt' | '-openedAt' | 'dueOn' | '-dueOn';
        after?: string;
        party?: string;
        month?: string;
        /** @description With a line in this state */
        state?: 'open' | 'proposed' | 'upheld' | 'rejected' | 'withdrawn';
        /** @description Those alone that should have been decided before today */
        overdue?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Disputes, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisputesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readDisputes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A dispute: what is claimed, what proves it, and what was said of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisputeReadView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addEvidence: {
    parameters: {
      query: {
        /** @description Of the file */
        name: string;
      };
      header: {
        'content-type': string;
      };
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        'application/pdf': string;
        'image/png': string;
        'image/jpeg': string;
      };
    };
    responses: {
      /** @description Add a file to a dispute that is not decided yet; 5 MB and 20 files at most */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvidenceView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readEvidence: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
        number: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One file, as it was sent */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
          'image/png': string;
          'image/jpeg': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  decideDisputeLines: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
        line: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description False sends the proposal back */
          agreed: boolean;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Agree to what was proposed, as another person, or send it back */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisputeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  proposeDisputeLines: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
        line: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What the party is to have more, or less: no more than it claims; null rejects the claim */
          granted: string | null;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Say what should become of a disputed line: what is granted, or that nothing is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisputeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawDisputeLines: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
        line: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Dispute a line no longer: the party itself, or staff in its name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisputeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listDrafts: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'createdAt' | '-createdAt' | 'changedAt' | '-changedAt' | 'effectiveFrom' | '-effectiveFrom';
        after?: string;
        state?: 'draft' | 'submitted' | 'approved' | 'rejected' | 'withdrawn';
        kind?:
          | 'plan'
          | 'price_book'
          | 'cost_book'
          | 'coefficient_table'
          | 'split_rule'
          | 'contract'
          | 'holiday_calendar'
          | 'served_models'
          | 'notice_policy'
          | 'eligibility_rule'
          | 'exchange_rates'
          | 'variance_policy'
          | 'settlement_calendar'
          | 'approval_limits';
        code?: string;
        author?: string;
        effectiveFrom?: string;
        effectiveUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Drafts, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  writeDrafts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind:
            | 'plan'
            | 'price_book'
            | 'cost_book'
            | 'coefficient_table'
            | 'split_rule'
            | 'contract'
            | 'holiday_calendar'
            | 'served_models'
            | 'notice_policy'
            | 'eligibility_rule'
            | 'exchange_rates'
            | 'variance_policy'
            | 'settlement_calendar'
            | 'approval_limits';
          effectiveFrom: string;
          /**
           * @description Whether it may begin before its approval, or less than five minutes after it
           * @default false
           */
          backDated?: boolean;
          /** @description The version it was made from; null for none. Refused as stale if there is another */
          baseVersion?: number | null;
          /** @description How a plan or a price book is announced; what the policy in force asks of it is checked on submission */
          notice?: {
            announcedAt: string;
            audience: {
              /** @enum {boolean} */
              all?: true;
              segments?: string[];
            };
            channels: ('sms' | 'email' | 'in_app' | 'letter')[];
            text: string;
          };
          body:
            | {
                code: string;
                /** @enum {string} */
                role: 'base' | 'package' | 'pack' | 'trial' | 'commitment';
                name: string;
                segment?: string;
                eligibility?: {
                  segments?: string[];
                  regions?: string[];
                  customerKinds?: ('person' | 'organisation' | 'one_person_company')[];
                  verified?: boolean;
                  oncePerCustomer?: boolean;
                  holds?: string[];
                };
                eligibilityRule?: string;
                retired?: boolean;
                campaignPool?: string;
                /** @enum {string} */
                currency:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                price: string;
                vatRate: string;
                allowance?: {
                  tokens: number;
                  models: string[];
                  /** @enum {string} */
                  source:
                    | 'allowance'
                    | 'trial'
                    | 'pack'
                    | 'promotion'
                    | 'gift'
                    | 'correction'
                    | 'prepaid_commitment';
                  priority?: number;
                };
                bundle?: {
                  parts: {
                    code: string;
                    name: string;
                    /** @enum {string} */
                    kind: 'tokens' | 'product';
                    standAlonePrice: string;
                  }[];
                };
                commitment?: {
                  /** @enum {string} */
                  mode: 'prepaid' | 'take_or_pay' | 'spend';
                  models: string[];
                  pricePerMillion?: string;
                  overPricePerMillion?: string;
                  shortfallPercent?: string;
                  makeUp?: {
                    percentOfShortfall: string;
                    withinPeriods: number;
                  };
                  /** @enum {number} */
                  periodMonths: 1 | 3 | 6 | 12;
                  periods: {
                    committed: string;
                  }[];
                };
                validityDays?: number;
                rollOver?: {
                  sharePercent: string;
                  capPercent?: string;
                  expiresAfterMonths: number;
                };
                transferable?: boolean;
                /** @enum {string} */
                cycleAnchor: 'calendar' | 'order_day';
                firstPeriod: {
                  /** @enum {string} */
                  mode: 'full' | 'prorated';
                  /** @enum {string} */
                  denominator: 'actual' | 'thirty' | 'yearly';
                  /** @enum {string} */
                  allowanceRounding: 'up' | 'down';
                };
                planChange?: {
                  /** @enum {string} */
                  denominator: 'actual' | 'thirty' | 'yearly';
                  /** @enum {string} */
                  allowanceRounding: 'up' | 'down';
                };
                priceProtection?:
                  | {
                      months: number;
                    }
                  | 'term';
                /** @enum {string} */
                exhaustion: 'payg' | 'throttle' | 'payg_cap' | 'hard_limit';
                overageCap?: string;
                priceBook?: string;
                coefficientTable?: string;
                /** @enum {string} */
                coefficients: 'at_issue' | 'follow';
                latenessHours: number;
                limits?: {
                  windows?: {
                    /** @enum {string} */
                    unit: 'tokens' | 'requests';
                    /** @enum {string} */
                    kind: 'calendar' | 'anniversary' | 'first_use' | 'sliding';
                    /** @enum {string} */
                    length: '5h' | 'day' | 'week' | 'month';
                    limit: number;
                    models?: string[];
                    multipliers?: {
                      model: string;
                      factor: string;
                      timeBand?: {
                        from: string;
                        to: string;
                        days?: number[];
                      };
                    }[];
                  }[];
                  tokensPerMinute?: number;
                  requestsPerMinute?: number;
                  assuredTokensPerMinute?: number;
                  spendCap?: {
                    amount: string;
                    /** @enum {string} */
                    per: 'day' | 'month';
                  };
                  alerts?: number[];
                };
                members?: {
                  perMember: {
                    tokens: number;
                    /** @enum {string} */
                    per: 'day' | 'week' | 'month';
                  };
                  /** @enum {string} */
                  poolOf: 'allowance';
                };
              }
            | {
                code: string;
                zone: string;
                /** @enum {string} */
                currency:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                entries: {
                  model: string;
                  /** @enum {string} */
                  class:
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | 'requests'
                    | 'tool_calls'
                    | 'images'
                    | 'seconds'
                    | 'characters'
                    | 'pages';
                  price: string;
                  effectiveFrom: string;
                  effectiveTo?: string;
                  serviceTier?: string;
                  when?: {
                    [key: string]: string;
                  };
                  promptOver?: number;
                  completionOver?: number;
                  timeBand?: {
                    from: string;
                    to: string;
                    days?: number[];
                    holidays?: string;
                    /** @enum {string} */
                    on?: 'holidays' | 'workdays';
                  };
                }[];
                multipliers: {
                  model: string;
                  when: {
                    [key: string]: string;
                  };
                  factor: string;
                }[];
                tiers: {
                  lineage: string;
                  models: string[];
                  classes: (
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | 'requests'
                    | 'tool_calls'
                    | 'images'
                    | 'seconds'
                    | 'characters'
                    | 'pages'
                  )[];
                  /** @enum {string} */
                  window: 'billing_period' | 'contract_year' | 'lifetime';
                  /** @enum {string} */
                  counts: 'overage' | 'all';
                  component:
                    | {
                        /** @enum {string} */
                        mode: 'graduated' | 'volume' | 'stairstep';
                        per?: string;
                        tiers: {
                          upTo: string | null;
                          unitPrice?: string;
                          flatFee?: string;
                        }[];
                      }
                    | {
                        /** @enum {string} */
                        mode: 'package';
                        packageSize: string;
                        packagePrice: string;
                        freeUnits?: string;
                      };
                }[];
              }
            | {
                code: string;
                zone: string;
                /** @enum {string} */
                currency:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                entries: {
                  model: string;
                  /** @enum {string} */
                  class:
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | 'requests'
                    | 'tool_calls'
                    | 'images'
                    | 'seconds'
                    | 'characters'
                    | 'pages';
                  price: string;
                  effectiveFrom: string;
                  effectiveTo?: string;
                  serviceTier?: string;
                  when?: {
                    [key: string]: string;
                  };
                  promptOver?: number;
                  completionOver?: number;
                  timeBand?: {
                    from: string;
                    to: string;
                    days?: number[];
                    holidays?: string;
                    /** @enum {string} */
                    on?: 'holidays' | 'workdays';
                  };
                }[];
                multipliers: {
                  model: string;
                  when: {
                    [key: string]: string;
                  };
                  factor: string;
                }[];
                tiers: {
                  lineage: string;
                  models: string[];
                  classes: (
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | 'requests'
                    | 'tool_calls'
                    | 'images'
                    | 'seconds'
                    | 'characters'
                    | 'pages'
                  )[];
                  /** @enum {string} */
                  window: 'billing_period' | 'contract_year' | 'lifetime';
                  /** @enum {string} */
                  counts: 'overage' | 'all';
                  component:
                    | {
                        /** @enum {string} */
                        mode: 'graduated' | 'volume' | 'stairstep';
                        per?: string;
                        tiers: {
                          upTo: string | null;
                          unitPrice?: string;
                          flatFee?: string;
                        }[];
                      }
                    | {
                        /** @enum {string} */
                        mode: 'package';
                        packageSize: string;
                        packagePrice: string;
                        freeUnits?: string;
                      };
                }[];
                party: string;
              }
            | {
                code: string;
                zone?: string;
                rows: {
                  model: string;
                  /** @enum {string} */
                  class:
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | '*';
                  coefficient: string;
                  hours?: {
                    from: string;
                    to: string;
                    days?: number[];
                  };
                }[];
              }
            | {
                code: string;
                match: {
                  plan?: string;
                  model?: string;
                  computeOwner?: string;
                };
                /** @enum {string} */
                breakage: 'operator' | 'as_consumed';
                /** @enum {string} */
                currency?:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                rule: {
                  vatRate: string;
                  vatIncluded: boolean;
                  residual: string;
                  deductions?: {
                    name: string;
                    /** @enum {string} */
                    basis: 'gross' | 'net';
                    value: string;
                    party?: string;
                  }[];
                  trialCost?:
                    | {
                        /** @enum {string} */
                        borneBy: 'operator' | 'partner';
                      }
                    | {
                        /** @enum {string} */
                        borneBy: 'shared';
                        operatorPercent: string;
                      };
                  steps: (
                    | {
                        /** @enum {string} */
                        type: 'percent';
                        party: string;
                        floor?: string;
                        trialCost?:
                          | {
                              /** @enum {string} */
                              borneBy: 'operator' | 'partner';
                            }
                          | {
                              /** @enum {string} */
                              borneBy: 'shared';
                              operatorPercent: string;
                            };
                        /** @enum {string} */
                        basis: 'gross' | 'net' | 'distributable' | 'remaining';
                        value: string;
                      }
                    | {
                        /** @enum {string} */
                        type: 'cost';
                        party: string;
                        floor?: string;
                        trialCost?:
                          | {
                              /** @enum {string} */
                              borneBy: 'operator' | 'partner';
                            }
                          | {
                              /** @enum {string} */
                              borneBy: 'shared';
                              operatorPercent: string;
                            };
                      }
                    | {
                        /** @enum {string} */
                        type: 'perMillion';
                        party: string;
                        floor?: string;
                        trialCost?:
                          | {
                              /** @enum {string} */
                              borneBy: 'operator' | 'partner';
                            }
                          | {
                              /** @enum {string} */
                              borneBy: 'shared';
                              operatorPercent: string;
                            };
                        /** @enum {string} */
                        class:
                          | 'input'
                          | 'cached_input'
                          | 'cache_write'
                          | 'cache_write_1h'
                          | 'output'
                          | 'reasoning'
                          | 'image_input'
                          | 'audio_input'
                          | 'video_input'
                          | 'image_output'
                          | 'audio_output'
                          | 'video_output'
                          | '*';
                        value: string;
                        rates?: {
                          model?: string;
                          chipKind?: string;
                          value: string;
                        }[];
                        onFree?: boolean;
                      }
                    | {
                        /** @enum {string} */
                        type: 'tieredPercent';
                        party: string;
                        floor?: string;
                        trialCost?:
                          | {
                              /** @enum {string} */
                              borneBy: 'operator' | 'partner';
                            }
                          | {
                              /** @enum {string} */
                              borneBy: 'shared';
                              operatorPercent: string;
                            };
                        /** @enum {string} */
                        basis: 'net' | 'distributable' | 'remaining';
                        tiers: {
                          upTo: string | null;
                          value: string;
                        }[];
                      }
                  )[];
                  minimumGuarantees?: {
                    party: string;
                    amount: string;
                  }[];
                };
              }
            | {
                partner: string;
                validity?: {
                  /** Format: date */
                  from: string;
                  /** Format: date */
                  until?: string;
                };
                serves?: {
                  vendor: string;
                  computeOwner: string;
                }[];
                lateWindowDays?: number;
                settlement?: {
                  legalEntity: string;
                  bankAccount: string;
                  vatRate?: string;
                  withholdingRate?: string;
                  minimumPayout: string;
                  disputeDays: number;
                  paymentDays: number;
                  /** @enum {string} */
                  basis: 'recognised' | 'invoiced' | 'collected';
                  /** @enum {string} */
                  currency?:
                    | 'CNY'
                    | 'HKD'
                    | 'MOP'
                    | 'TWD'
                    | 'USD'
                    | 'EUR'
                    | 'GBP'
                    | 'CHF'
                    | 'SGD'
                    | 'MYR'
                    | 'THB'
                    | 'AED';
                  /** @enum {string} */
                  settlesIn?:
                    | 'CNY'
                    | 'HKD'
                    | 'MOP'
                    | 'TWD'
                    | 'USD'
                    | 'EUR'
                    | 'GBP'
                    | 'CHF'
                    | 'SGD'
                    | 'MYR'
                    | 'THB'
                    | 'AED';
                  holdback?: {
                    share: string;
                    releaseAfterMonths: number;
                  };
                  guarantee?: {
                    amount: string;
                    recoupable: boolean;
                  };
                  purchase?: {
                    from: string;
                    months: number;
                    tokens?: number;
                    amount?: string;
                    models?: string;
                    pricePerMillion?: string;
                    shortfallPercent: string;
                  };
                };
              }
            | {
                code: string;
                zone: string;
                days: {
                  date: string;
                  /** @enum {string} */
                  kind: 'holiday' | 'workday';
                  name: string;
                }[];
              }
            | {
                code: string;
                partner?: string;
                aliases: {
                  name: string;
                  model: string;
                }[];
              }
            | {
                code: string;
                rules: {
                  audience: {
                    /** @enum {boolean} */
                    all?: true;
                    segments?: string[];
                  };
                  /** @enum {string} */
                  change: 'price_rise' | 'any';
                  channels: ('sms' | 'email' | 'in_app' | 'letter')[];
                  leadDays: number;
                }[];
              }
            | {
                code: string;
                name: string;
                segments?: string[];
                regions?: string[];
                customerKinds?: ('person' | 'organisation' | 'one_person_company')[];
                verified?: boolean;
              }
            | {
                code: string;
                /** @enum {string} */
                base:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                /** @enum {string} */
                quote:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                zone: string;
                source: string;
                rates: {
                  from: string;
                  rate: string;
                }[];
              }
            | {
                code: string;
                partyShare?: {
                  percent: string;
                  yuan: string;
                };
                modelTokens?: {
                  percent: string;
                  tokens: number;
                };
                newParty?: {
                  yuan: string;
                };
                partyGone?: {
                  yuan: string;
                };
                zeroBill?: {
                  yuan: string;
                };
                negativeStatement?: {
                  yuan: string;
                };
                topMovers: number;
              }
            | {
                code: string;
                zone: string;
                holidays?: string;
                steps: {
                  /** @enum {string} */
                  step:
                    | 'usage_cut_off'
                    | 'freeze'
                    | 'calculate'
                    | 'approve'
                    | 'issue'
                    | 'confirm'
                    | 'partner_invoices'
                    | 'pay';
                  day: number;
                  /** @enum {string} */
                  counted: 'calendar' | 'working';
                  at: string;
                }[];
              }
            | {
                code: string;
                limits: {
                  goodwill: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                  manual_credit: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                  manual_debit: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                  refund: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                  write_off: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                };
              };
        };
      };
    };
    responses: {
      /** @description Write a draft of a version; kept only if the version could be published */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readDrafts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A draft with what it changes, and how many subscriptions that touches */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeDrafts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          effectiveFrom: string;
          /**
           * @description Whether it may begin before its approval, or less than five minutes after it
           * @default false
           */
          backDated?: boolean;
          /** @description The version it was made from; null for none. Refused as stale if there is another */
          baseVersion?: number | null;
          /** @description How a plan or a price book is announced; what the policy in force asks of it is checked on submission */
          notice?: {
            announcedAt: string;
            audience: {
              /** @enum {boolean} */
              all?: true;
              segments?: string[];
            };
            channels: ('sms' | 'email' | 'in_app' | 'letter')[];
            text: string;
          };
          body:
            | {
                code: string;
                /** @enum {string} */
                role: 'base' | 'package' | 'pack' | 'trial' | 'commitment';
                name: string;
                segment?: string;
                eligibility?: {
                  segments?: string[];
                  regions?: string[];
                  customerKinds?: ('person' | 'organisation' | 'one_person_company')[];
                  verified?: boolean;
                  oncePerCustomer?: boolean;
                  holds?: string[];
                };
                eligibilityRule?: string;
                retired?: boolean;
                campaignPool?: string;
                /** @enum {string} */
                currency:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                price: string;
                vatRate: string;
                allowance?: {
                  tokens: number;
                  models: string[];
                  /** @enum {string} */
                  source:
                    | 'allowance'
                    | 'trial'
                    | 'pack'
                    | 'promotion'
                    | 'gift'
                    | 'correction'
                    | 'prepaid_commitment';
                  priority?: number;
                };
                bundle?: {
                  parts: {
                    code: string;
                    name: string;
                    /** @enum {string} */
                    kind: 'tokens' | 'product';
                    standAlonePrice: string;
                  }[];
                };
                commitment?: {
                  /** @enum {string} */
                  mode: 'prepaid' | 'take_or_pay' | 'spend';
                  models: string[];
                  pricePerMillion?: string;
                  overPricePerMillion?: string;
                  shortfallPercent?: string;
                  makeUp?: {
                    percentOfShortfall: string;
                    withinPeriods: number;
                  };
                  /** @enum {number} */
                  periodMonths: 1 | 3 | 6 | 12;
                  periods: {
                    committed: string;
                  }[];
                };
                validityDays?: number;
                rollOver?: {
                  sharePercent: string;
                  capPercent?: string;
                  expiresAfterMonths: number;
                };
                transferable?: boolean;
                /** @enum {string} */
                cycleAnchor: 'calendar' | 'order_day';
                firstPeriod: {
                  /** @enum {string} */
                  mode: 'full' | 'prorated';
                  /** @enum {string} */
                  denominator: 'actual' | 'thirty' | 'yearly';
                  /** @enum {string} */
                  allowanceRounding: 'up' | 'down';
                };
                planChange?: {
                  /** @enum {string} */
                  denominator: 'actual' | 'thirty' | 'yearly';
                  /** @enum {string} */
                  allowanceRounding: 'up' | 'down';
                };
                priceProtection?:
                  | {
                      months: number;
                    }
                  | 'term';
                /** @enum {string} */
                exhaustion: 'payg' | 'throttle' | 'payg_cap' | 'hard_limit';
                overageCap?: string;
                priceBook?: string;
                coefficientTable?: string;
                /** @enum {string} */
                coefficients: 'at_issue' | 'follow';
                latenessHours: number;
                limits?: {
                  windows?: {
                    /** @enum {string} */
                    unit: 'tokens' | 'requests';
                    /** @enum {string} */
                    kind: 'calendar' | 'anniversary' | 'first_use' | 'sliding';
                    /** @enum {string} */
                    length: '5h' | 'day' | 'week' | 'month';
                    limit: number;
                    models?: string[];
                    multipliers?: {
                      model: string;
                      factor: string;
                      timeBand?: {
                        from: string;
                        to: string;
                        days?: number[];
                      };
                    }[];
                  }[];
                  tokensPerMinute?: number;
                  requestsPerMinute?: number;
                  assuredTokensPerMinute?: number;
                  spendCap?: {
                    amount: string;
                    /** @enum {string} */
                    per: 'day' | 'month';
                  };
                  alerts?: number[];
                };
                members?: {
                  perMember: {
                    tokens: number;
                    /** @enum {string} */
                    per: 'day' | 'week' | 'month';
                  };
                  /** @enum {string} */
                  poolOf: 'allowance';
                };
              }
            | {
                code: string;
                zone: string;
                /** @enum {string} */
                currency:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                entries: {
                  model: string;
                  /** @enum {string} */
                  class:
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | 'requests'
                    | 'tool_calls'
                    | 'images'
                    | 'seconds'
                    | 'characters'
                    | 'pages';
                  price: string;
                  effectiveFrom: string;
                  effectiveTo?: string;
                  serviceTier?: string;
                  when?: {
                    [key: string]: string;
                  };
                  promptOver?: number;
                  completionOver?: number;
                  timeBand?: {
                    from: string;
                    to: string;
                    days?: number[];
                    holidays?: string;
                    /** @enum {string} */
                    on?: 'holidays' | 'workdays';
                  };
                }[];
                multipliers: {
                  model: string;
                  when: {
                    [key: string]: string;
                  };
                  factor: string;
                }[];
                tiers: {
                  lineage: string;
                  models: string[];
                  classes: (
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | 'requests'
                    | 'tool_calls'
                    | 'images'
                    | 'seconds'
                    | 'characters'
                    | 'pages'
                  )[];
                  /** @enum {string} */
                  window: 'billing_period' | 'contract_year' | 'lifetime';
                  /** @enum {string} */
                  counts: 'overage' | 'all';
                  component:
                    | {
                        /** @enum {string} */
                        mode: 'graduated' | 'volume' | 'stairstep';
                        per?: string;
                        tiers: {
                          upTo: string | null;
                          unitPrice?: string;
                          flatFee?: string;
                        }[];
                      }
                    | {
                        /** @enum {string} */
                        mode: 'package';
                        packageSize: string;
                        packagePrice: string;
                        freeUnits?: string;
                      };
                }[];
              }
            | {
                code: string;
                zone: string;
                /** @enum {string} */
                currency:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                entries: {
                  model: string;
                  /** @enum {string} */
                  class:
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | 'requests'
                    | 'tool_calls'
                    | 'images'
                    | 'seconds'
                    | 'characters'
                    | 'pages';
                  price: string;
                  effectiveFrom: string;
                  effectiveTo?: string;
                  serviceTier?: string;
                  when?: {
                    [key: string]: string;
                  };
                  promptOver?: number;
                  completionOver?: number;
                  timeBand?: {
                    from: string;
                    to: string;
                    days?: number[];
                    holidays?: string;
                    /** @enum {string} */
                    on?: 'holidays' | 'workdays';
                  };
                }[];
                multipliers: {
                  model: string;
                  when: {
                    [key: string]: string;
                  };
                  factor: string;
                }[];
                tiers: {
                  lineage: string;
                  models: string[];
                  classes: (
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | 'requests'
                    | 'tool_calls'
                    | 'images'
                    | 'seconds'
                    | 'characters'
                    | 'pages'
                  )[];
                  /** @enum {string} */
                  window: 'billing_period' | 'contract_year' | 'lifetime';
                  /** @enum {string} */
                  counts: 'overage' | 'all';
                  component:
                    | {
                        /** @enum {string} */
                        mode: 'graduated' | 'volume' | 'stairstep';
                        per?: string;
                        tiers: {
                          upTo: string | null;
                          unitPrice?: string;
                          flatFee?: string;
                        }[];
                      }
                    | {
                        /** @enum {string} */
                        mode: 'package';
                        packageSize: string;
                        packagePrice: string;
                        freeUnits?: string;
                      };
                }[];
                party: string;
              }
            | {
                code: string;
                zone?: string;
                rows: {
                  model: string;
                  /** @enum {string} */
                  class:
                    | 'input'
                    | 'cached_input'
                    | 'cache_write'
                    | 'cache_write_1h'
                    | 'output'
                    | 'reasoning'
                    | 'image_input'
                    | 'audio_input'
                    | 'video_input'
                    | 'image_output'
                    | 'audio_output'
                    | 'video_output'
                    | '*';
                  coefficient: string;
                  hours?: {
                    from: string;
                    to: string;
                    days?: number[];
                  };
                }[];
              }
            | {
                code: string;
                match: {
                  plan?: string;
                  model?: string;
                  computeOwner?: string;
                };
                /** @enum {string} */
                breakage: 'operator' | 'as_consumed';
                /** @enum {string} */
                currency?:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                rule: {
                  vatRate: string;
                  vatIncluded: boolean;
                  residual: string;
                  deductions?: {
                    name: string;
                    /** @enum {string} */
                    basis: 'gross' | 'net';
                    value: string;
                    party?: string;
                  }[];
                  trialCost?:
                    | {
                        /** @enum {string} */
                        borneBy: 'operator' | 'partner';
                      }
                    | {
                        /** @enum {string} */
                        borneBy: 'shared';
                        operatorPercent: string;
                      };
                  steps: (
                    | {
                        /** @enum {string} */
                        type: 'percent';
                        party: string;
                        floor?: string;
                        trialCost?:
                          | {
                              /** @enum {string} */
                              borneBy: 'operator' | 'partner';
                            }
                          | {
                              /** @enum {string} */
                              borneBy: 'shared';
                              operatorPercent: string;
                            };
                        /** @enum {string} */
                        basis: 'gross' | 'net' | 'distributable' | 'remaining';
                        value: string;
                      }
                    | {
                        /** @enum {string} */
                        type: 'cost';
                        party: string;
                        floor?: string;
                        trialCost?:
                          | {
                              /** @enum {string} */
                              borneBy: 'operator' | 'partner';
                            }
                          | {
                              /** @enum {string} */
                              borneBy: 'shared';
                              operatorPercent: string;
                            };
                      }
                    | {
                        /** @enum {string} */
                        type: 'perMillion';
                        party: string;
                        floor?: string;
                        trialCost?:
                          | {
                              /** @enum {string} */
                              borneBy: 'operator' | 'partner';
                            }
                          | {
                              /** @enum {string} */
                              borneBy: 'shared';
                              operatorPercent: string;
                            };
                        /** @enum {string} */
                        class:
                          | 'input'
                          | 'cached_input'
                          | 'cache_write'
                          | 'cache_write_1h'
                          | 'output'
                          | 'reasoning'
                          | 'image_input'
                          | 'audio_input'
                          | 'video_input'
                          | 'image_output'
                          | 'audio_output'
                          | 'video_output'
                          | '*';
                        value: string;
                        rates?: {
                          model?: string;
                          chipKind?: string;
                          value: string;
                        }[];
                        onFree?: boolean;
                      }
                    | {
                        /** @enum {string} */
                        type: 'tieredPercent';
                        party: string;
                        floor?: string;
                        trialCost?:
                          | {
                              /** @enum {string} */
                              borneBy: 'operator' | 'partner';
                            }
                          | {
                              /** @enum {string} */
                              borneBy: 'shared';
                              operatorPercent: string;
                            };
                        /** @enum {string} */
                        basis: 'net' | 'distributable' | 'remaining';
                        tiers: {
                          upTo: string | null;
                          value: string;
                        }[];
                      }
                  )[];
                  minimumGuarantees?: {
                    party: string;
                    amount: string;
                  }[];
                };
              }
            | {
                partner: string;
                validity?: {
                  /** Format: date */
                  from: string;
                  /** Format: date */
                  until?: string;
                };
                serves?: {
                  vendor: string;
                  computeOwner: string;
                }[];
                lateWindowDays?: number;
                settlement?: {
                  legalEntity: string;
                  bankAccount: string;
                  vatRate?: string;
                  withholdingRate?: string;
                  minimumPayout: string;
                  disputeDays: number;
                  paymentDays: number;
                  /** @enum {string} */
                  basis: 'recognised' | 'invoiced' | 'collected';
                  /** @enum {string} */
                  currency?:
                    | 'CNY'
                    | 'HKD'
                    | 'MOP'
                    | 'TWD'
                    | 'USD'
                    | 'EUR'
                    | 'GBP'
                    | 'CHF'
                    | 'SGD'
                    | 'MYR'
                    | 'THB'
                    | 'AED';
                  /** @enum {string} */
                  settlesIn?:
                    | 'CNY'
                    | 'HKD'
                    | 'MOP'
                    | 'TWD'
                    | 'USD'
                    | 'EUR'
                    | 'GBP'
                    | 'CHF'
                    | 'SGD'
                    | 'MYR'
                    | 'THB'
                    | 'AED';
                  holdback?: {
                    share: string;
                    releaseAfterMonths: number;
                  };
                  guarantee?: {
                    amount: string;
                    recoupable: boolean;
                  };
                  purchase?: {
                    from: string;
                    months: number;
                    tokens?: number;
                    amount?: string;
                    models?: string;
                    pricePerMillion?: string;
                    shortfallPercent: string;
                  };
                };
              }
            | {
                code: string;
                zone: string;
                days: {
                  date: string;
                  /** @enum {string} */
                  kind: 'holiday' | 'workday';
                  name: string;
                }[];
              }
            | {
                code: string;
                partner?: string;
                aliases: {
                  name: string;
                  model: string;
                }[];
              }
            | {
                code: string;
                rules: {
                  audience: {
                    /** @enum {boolean} */
                    all?: true;
                    segments?: string[];
                  };
                  /** @enum {string} */
                  change: 'price_rise' | 'any';
                  channels: ('sms' | 'email' | 'in_app' | 'letter')[];
                  leadDays: number;
                }[];
              }
            | {
                code: string;
                name: string;
                segments?: string[];
                regions?: string[];
                customerKinds?: ('person' | 'organisation' | 'one_person_company')[];
                verified?: boolean;
              }
            | {
                code: string;
                /** @enum {string} */
                base:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                /** @enum {string} */
                quote:
                  | 'CNY'
                  | 'HKD'
                  | 'MOP'
                  | 'TWD'
                  | 'USD'
                  | 'EUR'
                  | 'GBP'
                  | 'CHF'
                  | 'SGD'
                  | 'MYR'
                  | 'THB'
                  | 'AED';
                zone: string;
                source: string;
                rates: {
                  from: string;
                  rate: string;
                }[];
              }
            | {
                code: string;
                partyShare?: {
                  percent: string;
                  yuan: string;
                };
                modelTokens?: {
                  percent: string;
                  tokens: number;
                };
                newParty?: {
                  yuan: string;
                };
                partyGone?: {
                  yuan: string;
                };
                zeroBill?: {
                  yuan: string;
                };
                negativeStatement?: {
                  yuan: string;
                };
                topMovers: number;
              }
            | {
                code: string;
                zone: string;
                holidays?: string;
                steps: {
                  /** @enum {string} */
                  step:
                    | 'usage_cut_off'
                    | 'freeze'
                    | 'calculate'
                    | 'approve'
                    | 'issue'
                    | 'confirm'
                    | 'partner_invoices'
                    | 'pay';
                  day: number;
                  /** @enum {string} */
                  counted: 'calendar' | 'working';
                  at: string;
                }[];
              }
            | {
                code: string;
                limits: {
                  goodwill: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                  manual_credit: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                  manual_debit: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                  refund: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                  write_off: {
                    upToYuan: string | null;
                    approvals: number;
                    roles?: ('finance' | 'checker' | 'admin')[];
                  }[];
                };
              };
        };
      };
    };
    responses: {
      /** @description Change a draft of one’s own that is not submitted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approveDecisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign a submitted draft, as another person than its author: it is in the catalogue */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftsApprovalView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rejectDecisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Refuse a submitted draft, as another person than its author, and say why */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submitDrafts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Lay a draft of one’s own before a second person; it does not change any more */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawDrafts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Take back a draft of one’s own that nobody has decided about */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runDueWork: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Renew, expire and confirm now what is due by the clock */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DoneWork'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readIntake: {
    parameters: {
      query?: {
        minutes?: number;
        partner?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was written of usage in the last minutes, by who reported it; a partner sees its own */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IntakeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listInvoices: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'issuedAt' | '-issuedAt' | 'number' | '-number';
        after?: string;
        payer?: string;
        account?: string;
        state?: 'final' | 'void_requested' | 'voided';
        kind?: 'invoice' | 'credit_note';
        currency?:
          | 'CNY'
          | 'HKD'
          | 'MOP'
          | 'TWD'
          | 'USD'
          | 'EUR'
          | 'GBP'
          | 'CHF'
          | 'SGD'
          | 'MYR'
          | 'THB'
          | 'AED';
        period?: string;
        runId?: number;
        issuedFrom?: string;
        issuedUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Final invoices and credit notes, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvoicesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readInvoices: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A final document with its lines, its buyer and what became of it since */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvoiceDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  askCreditInvoiceCorrections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          lines: {
            line: number;
            gross: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Ask for parts of the lines of a document to be credited */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreditNoteView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  creditInvoiceCorrections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, unknown>;
      };
    };
    responses: {
      /** @description Issue a credit note, as another person than the one who asked for it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreditNoteView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportInvoices: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
        format: 'pdf' | 'xlsx' | 'json';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A final document to hand out, with its SHA-256 as entity tag: on paper, as spreadsheet or JSON */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
          'application/json': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readInvoicesLines: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lines of a final document as CSV */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  askVoidInvoiceCorrections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Ask for a final document to be void; what is on it is billed again by the next run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvoiceDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  voidInvoiceCorrections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, unknown>;
      };
    };
    responses: {
      /** @description Void a document, as another person than the one who asked for it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvoiceDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listJobs: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'id' | '-id' | 'requestedAt' | '-requestedAt' | 'finishedAt' | '-finishedAt';
        after?: string;
        kind?:
          | 'settlement'
          | 'expiry'
          | 'renewal'
          | 'export'
          | 'confirmation'
          | 'focus_export'
          | 'order_import'
          | 'reconciliation'
          | 'billing'
          | 're_rating';
        state?: 'queued' | 'running' | 'done' | 'failed';
        parent?: number;
        requestedBy?: string;
        requestedFrom?: string;
        requestedUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Jobs, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestJobs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'settlement' | 'expiry' | 'renewal' | 'export' | 'confirmation' | 'focus_export';
          /** @default {} */
          parameters?: {
            [key: string]: unknown;
          };
          requestKey?: string;
        };
      };
    };
    responses: {
      /** @description Have a month calculated, a run exported, or renewals, expiries or confirmations booked; answers before it is done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  findJobs: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where a job stands, and what came of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readJobFiles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One of the files that the manifest of an export lists, byte by byte as the job wrote it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
          'application/json': string;
          'application/octet-stream': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBooksAccounts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The chart of accounts: what each account of the ledger means */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerAccountsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBooksDeferredRevenue: {
    parameters: {
      query: {
        month: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How the deferred revenue of each plan went from a month’s beginning to its end */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeferredRevenueView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBooksDeferredRevenueFile: {
    parameters: {
      query: {
        month: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The same as CSV, with control totals and what the journals have beside them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBooksTrialBalance: {
    parameters: {
      query?: {
        at?: string;
        month?: string;
        account?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What every account came to: `at` an instant, or in an accounting `month` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrialBalanceView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBooksTrialBalanceFile: {
    parameters: {
      query?: {
        at?: string;
        month?: string;
        account?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The trial balance as CSV, with a row of control totals for each asset */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readVouchers: {
    parameters: {
      query: {
        month: string;
        reversal?: 'true' | 'false';
        provisional?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A month as vouchers for the general ledger, and the name, size and SHA-256 of their file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VouchersView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportVouchers: {
    parameters: {
      query: {
        month: string;
        reversal?: 'true' | 'false';
        provisional?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The vouchers as CSV, each with a row of control totals */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listModels: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'code' | '-code' | 'vendor' | '-vendor' | 'createdAt' | '-createdAt';
        after?: string;
        vendor?: string;
        /** @description What the code has in it */
        text?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The models that can be reported, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ModelsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  defineModels: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
          name: string;
          vendor: string;
        };
      };
    };
    responses: {
      /** @description Make a model known; saying the same again changes nothing */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NamedModel'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMonths: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accounting months, the latest first: their states and how far each has come */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MonthsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readMonths: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A month: its calendar, what holds it up, what was waived, who did what */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MonthDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  freezeMonths: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Book nothing more in a month whose checklist holds nothing up; later usage goes to the next */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reopenMonths: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        month: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Ask that a frozen month be opened again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approveMonths: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open a frozen month again, as another person than the one who asked for it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  waiveWaivers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        month: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          item: 'cost_suspense_open' | 'suspense_open' | 'bill_run_open' | 'adjustments_requested';
          reason: string;
        };
      };
    };
    responses: {
      /** @description Waive what there is of an item now; when there is more of it, it is open again */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawWaivers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        month: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Wait for what was waived after all */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importOrderImports: {
    parameters: {
      query: {
        format: 'csv';
        preview?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description Have a file of at most 10000 orders taken, or previewed; answers before it is done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedImportView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOrderImports: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'requestedAt' | '-requestedAt' | 'rows' | '-rows';
        after?: string;
        preview?: 'true' | 'false';
        requestedBy?: string;
        requestedFrom?: string;
        requestedUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Files of orders, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderImportsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readOrderImports: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'line' | '-line' | 'account' | '-account' | 'startsAt' | '-startsAt';
        after?: string;
        outcome?: 'taken' | 'would_be_taken' | 'known' | 'refused' | 'open';
        account?: string;
        plan?: string;
      };
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A file of orders, and what became of each of its lines, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderImportPageView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readOrderImportsOutcomes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What became of each line of a file of orders, as a file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readOverview: {
    parameters: {
      query: {
        /** @description A day of the operator’s zone */
        from: string;
        /** @description Inclusive; at most 93 days in all */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who paid, what was charged and what was earned, by the day on which it was booked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OverviewView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readOverviewAlerts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What is wrong or late now, and where it is shown */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readOverviewCommitments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How much of each running commitment is used, and how much of its period is over */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommitmentPacesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listParties: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Operator, vendors, compute owners, channels and partners, by code */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            parties: components['schemas']['Party'][];
          };
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  registerParties: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
          name: string;
          kinds: ('operator' | 'vendor' | 'compute' | 'channel' | 'data_owner' | 'partner')[];
          /** @default 0 */
          vatRate?: string;
          /** @default 0 */
          withholdingRate?: string;
        };
      };
    };
    responses: {
      /** @description Make a party known; saying the same again changes nothing */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Party'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readContractsPosition: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was promised to buy of a party, what counts by month, and what will be due */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PositionsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readContractsTerms: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The contract in force with a party, since when, and what is advanced and held back by it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TermsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAgreements: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        party: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that was agreed with a party about its files, the earliest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgreementsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  agreeAgreements: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default {
           *       "absolute": "0",
           *       "relative": "0",
           *       "rule": "any"
           *     }
           */
          tokens?: {
            /** @default 0 */
            absolute?: string;
            /** @default 0 */
            relative?: string;
            /**
             * @default any
             * @enum {string}
             */
            rule?: 'any' | 'all';
          };
          /**
           * @default {
           *       "absolute": "0",
           *       "relative": "0",
           *       "rule": "any"
           *     }
           */
          money?: {
            /** @default 0 */
            absolute?: string;
            /** @default 0 */
            relative?: string;
            /**
             * @default any
             * @enum {string}
             */
            rule?: 'any' | 'all';
          };
          /** @default {} */
          columns?: {
            [key: string]: string;
          };
          /** Format: date-time */
          effectiveFrom?: string;
        };
      };
    };
    responses: {
      /** @description Agree tolerances and columns with a party; they replace what was agreed from then on */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgreementView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPayments: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'at' | '-at' | 'amount' | '-amount';
        after?: string;
        account?: string;
        kind?: 'received' | 'reversed';
        method?: 'bank_transfer' | 'wechat_pay' | 'alipay' | 'unionpay' | 'direct_debit' | 'phone_bill';
        reference?: string;
        invoice?: string;
        from?: string;
        until?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Payments of all accounts, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  receiveFeedback: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description Book what a carrier’s file says, or nothing of it; the same file again books nothing */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedbackReceivedView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readFeedback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sequence: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A carrier’s file by its own number: what was collected, and what was not and why */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedbackView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPhoneBillFiles: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'sequence' | '-sequence';
        after?: string;
        currency?:
          | 'CNY'
          | 'HKD'
          | 'MOP'
          | 'TWD'
          | 'USD'
          | 'EUR'
          | 'GBP'
          | 'CHF'
          | 'SGD'
          | 'MYR'
          | 'THB'
          | 'AED';
        period?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Files that were handed over, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PhoneBillFilesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  makePhoneBillFiles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          cutOff: string;
          /**
           * @default CNY
           * @enum {string}
           */
          currency?:
            | 'CNY'
            | 'HKD'
            | 'MOP'
            | 'TWD'
            | 'USD'
            | 'EUR'
            | 'GBP'
            | 'CHF'
            | 'SGD'
            | 'MYR'
            | 'THB'
            | 'AED';
        };
      };
    };
    responses: {
      /** @description Make the next file, of what became final before the cut-off and is in none yet */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PhoneBillFileView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readPhoneBillFiles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sequence: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A file that was handed over, line by line */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PhoneBillFileDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readPhoneBillFilesContent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sequence: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file as it was made, byte for byte, with its SHA-256 as entity tag */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importPriceBooks: {
    parameters: {
      query: {
        format: 'csv' | 'xlsx';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
      };
    };
    responses: {
      /** @description Read a file as a price or cost book, and show what it would change; nothing is saved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportPriceBooks: {
    parameters: {
      query?: {
        kind?: 'price_book' | 'cost_book';
        version?: number;
        format?: 'csv' | 'xlsx';
      };
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A price or cost book as a file to edit and import again; the version in force, or another */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  percentChangePriceBooks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default price_book
           * @enum {string}
           */
          kind?: 'price_book' | 'cost_book';
          percent: string;
          effectiveFrom: string;
          models?: string[];
          classes?: (
            | 'input'
            | 'cached_input'
            | 'cache_write'
            | 'cache_write_1h'
            | 'output'
            | 'reasoning'
            | 'image_input'
            | 'audio_input'
            | 'video_input'
            | 'image_output'
            | 'audio_output'
            | 'video_output'
            | 'requests'
            | 'tool_calls'
            | 'images'
            | 'seconds'
            | 'characters'
            | 'pages'
          )[];
        };
      };
    };
    responses: {
      /** @description The next version with its prices changed by per cent, as a preview; nothing is saved */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PercentChangeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPriceNotices: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'announcedAt' | '-announcedAt' | 'effectiveFrom' | '-effectiveFrom';
        after?: string;
        kind?: 'plan' | 'price_book';
        code?: string;
        /** @description Announced then or later */
        from?: string;
        /** @description Announced before then */
        until?: string;
        /** @description Of versions that begin then or later */
        effectiveFrom?: string;
        /** @description Of versions that begin before then */
        effectiveUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Notices of prices, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readPriceNoticesSubscriptions: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'id' | '-id' | 'account' | '-account';
        after?: string;
        /** @description `csv` is all of them in one file; `json` a page */
        format?: 'json' | 'csv';
        plan?: string;
        segment?: string;
        channel?: string;
      };
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The subscriptions that a notice is about: page by page, or all as a file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConcernedPageView'];
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  manyPriceProtections: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          subscriptions: {
            account: string;
            subscription: number;
          }[];
          /**
           * Format: date-time
           * @description Records from then on are priced as at that instant: ISO 8601 with an offset
           */
          asOf: string;
          /**
           * Format: date-time
           * @description Before then; null as long as the subscription runs. Until now, prices follow the book again
           */
          until: string | null;
          /**
           * @description Say what it would come to, and change nothing: the same change, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Hold the prices of many base tariffs, each account by itself; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProtectionsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reRateReRatings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account: string;
          /**
           * Format: date-time
           * @description The first instant of the records: ISO 8601 with an offset
           */
          from: string;
          /**
           * Format: date-time
           * @description The instant after the last: ISO 8601 with an offset
           */
          until: string;
          reason: string;
          /** @default false */
          apply?: boolean;
          /** @description With apply: of the differences as they were shown */
          digest?: string;
        };
      };
    };
    responses: {
      /** @description Rate an account’s records of a time anew: what would change, and with apply and its digest, that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReRatingView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  costsReRatings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          month: string;
        };
      };
    };
    responses: {
      /** @description Book the costs of a month that no book priced and one does by now; nothing that customers are charged */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CostsRepriced'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  voidedReRatings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          month: string;
        };
      };
    };
    responses: {
      /** @description Before a month is issued: rate anew every account with voids booked to it that nothing has since */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VoidedReRated'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReconciliations: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'requestedAt' | '-requestedAt' | 'month' | '-month' | 'party' | '-party';
        after?: string;
        party?: string;
        month?: string;
        level?: 'records' | 'hours' | 'statement';
        state?: 'received' | 'matched' | 'failed';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Files of partners, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReconciliationsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  receiveReconciliations: {
    parameters: {
      query: {
        party?: string;
        role: 'reporter' | 'vendor' | 'compute_owner' | 'settlement';
        month: string;
        level: 'records' | 'hours' | 'statement';
        currency?:
          | 'CNY'
          | 'HKD'
          | 'MOP'
          | 'TWD'
          | 'USD'
          | 'EUR'
          | 'GBP'
          | 'CHF'
          | 'SGD'
          | 'MYR'
          | 'THB'
          | 'AED';
        format: 'csv' | 'csv_gzip' | 'xlsx';
        fileName: string;
        columns?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        'application/gzip': string;
      };
    };
    responses: {
      /** @description Have a partner’s file of a month compared with ours; answers before it is done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedReconciliationView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readReconciliations: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A partner’s file, and what both sides come to, outcome by outcome */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CountedReconciliationView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReconciliationDifferences: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'key' | '-key' | 'amount' | '-amount' | 'tokens' | '-tokens';
        after?: string;
        outcome?: 'ours_only' | 'theirs_only' | 'late' | 'quantity' | 'price' | 'within_tolerance';
        model?: string;
        tenant?: string;
        resolution?: 'accepted_ours' | 'accepted_theirs' | 'to_dispute' | 'open';
      };
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What differs, the largest amount first unless said otherwise, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReconciliationDifferencesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportReconciliationDifferences: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that differs, as a file, with control totals at its end */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openDifferenceDisputes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids?: number[];
          /** @enum {string} */
          outcome?: 'ours_only' | 'theirs_only' | 'late' | 'quantity' | 'price' | 'within_tolerance';
          model?: string;
          tenant?: string;
          /** @enum {string} */
          reason: 'quantity' | 'price' | 'missing_usage' | 'wrong_rate' | 'late_usage' | 'other';
          /** @description On whose word: staff that speaks in the party’s name says it; the party need not */
          note?: string;
          /**
           * @description Of lines that differences belong to; of the others it is computed from what lies between
           * @default []
           */
          claimed?: {
            /** @description Of the statement; null for all of it */
            line: number | null;
            /** @description As it should be, in the statement’s currency */
            share: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Dispute what is marked as to be disputed: a line for each line of the issued statement that it belongs to, with the differences as its evidence */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisputeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resolveReconciliationDifferences: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          state: 'accepted_ours' | 'accepted_theirs' | 'to_dispute';
          reason: string;
          ids?: number[];
          /** @enum {string} */
          outcome?: 'ours_only' | 'theirs_only' | 'late' | 'quantity' | 'price' | 'within_tolerance';
          model?: string;
          tenant?: string;
          /** @enum {string} */
          resolution?: 'accepted_ours' | 'accepted_theirs' | 'to_dispute' | 'open';
        };
      };
    };
    responses: {
      /** @description Say what is done about differences: of one, of some, or of all that a filter names */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResolvedView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBreakageBreakage: {
    parameters: {
      query: {
        from: string;
        until: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sold, consumed and expired package tokens by plan and accounting month, and what expiring earned */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BreakageView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBreakageFile: {
    parameters: {
      query: {
        from: string;
        until: string;
      };
      header?: never;
      path: {
        format: 'csv' | 'xlsx';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The same as CSV, or as a spreadsheet whose totals are formulas */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readBreakageManifest: {
    parameters: {
      query: {
        from: string;
        until: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Control totals, and the SHA-256 of each file as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TableManifest'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readFocusFile: {
    parameters: {
      query: {
        month: string;
        customer?: string;
        account?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A customer’s or an account’s cost and usage of an accounting month, as FOCUS 1.2; long ones are for jobs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readFocusManifest: {
    parameters: {
      query: {
        month: string;
        customer?: string;
        account?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The SHA-256 and the control totals of such a file as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FocusManifest'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readMarginMargin: {
    parameters: {
      query: {
        from: string;
        until: string;
        by?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revenue, cost and margin of accounting months by one or two dimensions, in all and for a million tokens; months that are not issued are provisional */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarginView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readMarginFile: {
    parameters: {
      query: {
        from: string;
        until: string;
        by?: string;
      };
      header?: never;
      path: {
        format: 'csv' | 'xlsx';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The same as CSV, or as a spreadsheet whose totals are formulas */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readMarginManifest: {
    parameters: {
      query: {
        from: string;
        until: string;
        by?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Control totals, and the SHA-256 of each file as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TableManifest'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readSearchSearch: {
    parameters: {
      query: {
        /** @description In a code or a name, in whatever letters */
        q: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Customers, accounts, plans, price books, parties, models, invoices and runs by a text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who is signed in, and until when */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  beginSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          login: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Sign in; the answer’s cookie is the session */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign out */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readOidcBegin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the issuer */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readOidcEnd: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Signed in, to the console */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A page that says so */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readOidcOptions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How one can sign in here, for whoever is not signed in yet */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInOptionsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changePasswordSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          current: string;
          /** @description Length is what counts: no other rule */
          next: string;
        };
      };
    };
    responses: {
      /** @description Choose another password; every session ends, and this one begins anew */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRuns: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'createdAt' | '-createdAt' | 'month' | '-month';
        after?: string;
        kind?: 'settlement' | 'proforma';
        month?: string;
        state?: 'open' | 'calculated' | 'in_review' | 'approved' | 'posted' | 'superseded';
        createdBy?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Runs, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  calculateRuns: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          month: string;
          /**
           * @description A proforma is an indication at any time: never signed or issued, and no other version is set aside for it
           * @enum {string}
           */
          kind?: 'settlement' | 'proforma';
        };
      };
    };
    responses: {
      /** @description Calculate a month as a new version; earlier versions that are not issued are set aside. Or as an indication (proforma) */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  findRuns: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A run with its splits and what it comes to */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunDetailsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approveRuns: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign a calculated run, as another person than the one who made it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readDifferences: {
    parameters: {
      query?: {
        /** @description The version that it is compared with; the one before where nothing is said */
        with?: number;
        /** @description Of that version: a settlement can be compared with a proforma; its own where nothing is said */
        kind?: 'settlement' | 'proforma';
        /** @description How many lines are shown, those whose share moved most; the export has all of them */
        lines?: number;
      };
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What changed in a run since another version of its month: by party, and the lines that moved most */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunsDifferencesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportDifferences: {
    parameters: {
      query?: {
        /** @description The version that it is compared with; the one before where nothing is said */
        with?: number;
        /** @description Of that version: a settlement can be compared with a proforma; its own where nothing is said */
        kind?: 'settlement' | 'proforma';
      };
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every line that changed as CSV, with what parties and currencies came to before and after */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  issueRuns: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          waiveOpenSuspense?: boolean;
          /** @default false */
          waiveOpenCosts?: boolean;
        };
      };
    };
    responses: {
      /** @description Issue the statements of an approved run, post its journal and close the month */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readManifest: {
    parameters: {
      query?: {
        formats?: string;
        rowsPerSheet?: number;
      };
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the export of a run consists of: each file with its SHA-256 and control totals */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Manifest'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submitRuns: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Hand in a calculated run and its statements to be looked at; a run may be signed without */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readVariances: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What of a run is far from the month before by the policy in force, the largest first; who said why */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VariancesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acknowledgeVariances: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description As `finding` of what is read here; for all of them the same reason */
          findings: string[];
          reason: string;
        };
      };
    };
    responses: {
      /** @description Say why findings are right as they are, as another person than the one who made the run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VariancesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStaffAccounts: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'login' | '-login' | 'createdAt' | '-createdAt';
        after?: string;
        role?: 'admin' | 'maker' | 'checker' | 'finance' | 'operations' | 'partner';
        party?: string;
        disabled?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who may sign in, filtered and sorted, page by page; by login unless said otherwise */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAccountsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addStaffAccounts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The same person in capitals and in small letters */
          login: string;
          displayName: string;
          /** @enum {string} */
          role: 'admin' | 'maker' | 'checker' | 'finance' | 'operations' | 'partner';
          /**
           * @description Whom somebody with the role partner acts for; null of everybody else
           * @default null
           */
          party?: string | null;
        };
      };
    };
    responses: {
      /** @description Let somebody sign in, with a password that is said once */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GivenPasswordView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readStaffAccounts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The same person in capitals and in small letters */
        login: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One account */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAccountView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeStaffAccounts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The same person in capitals and in small letters */
        login: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          displayName: string;
          /** @enum {string} */
          role: 'admin' | 'maker' | 'checker' | 'finance' | 'operations' | 'partner';
          /**
           * @description Whom somebody with the role partner acts for; null of everybody else
           * @default null
           */
          party?: string | null;
          disabled: boolean;
        };
      };
    };
    responses: {
      /** @description Change name, role and party, or disable; it counts with the next request */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAccountView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resetPasswordStaffAccounts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The same person in capitals and in small letters */
        login: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Give another password, said once; every session of the account ends */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GivenPasswordView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStatements: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'party' | '-party' | 'month' | '-month' | 'payable' | '-payable';
        after?: string;
        /** @description Settlements where neither this nor a run is named */
        kind?: 'settlement' | 'proforma';
        month?: string;
        runId?: number;
        party?: string;
        currency?: string;
        /** @description All that stand where nothing is said; `superseded` are those that do not */
        state?:
          | 'calculated'
          | 'in_review'
          | 'approved'
          | 'issued'
          | 'confirmed'
          | 'deemed_confirmed'
          | 'disputed'
          | 'invoice_received'
          | 'payment_approved'
          | 'paid'
          | 'superseded';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The statements that stand, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatementsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readStatements: {
    parameters: {
      query?: {
        currency?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One party’s month */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatementView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readStatementBases: {
    parameters: {
      query?: {
        currency?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How much of which month’s share waits until it is invoiced or collected */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BasesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readStatementBasesAccounts: {
    parameters: {
      query?: {
        currency?: string;
        limit?: number;
        sort?: 'account' | '-account';
        after?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The accounts whose invoices or payments decided what of that month is due */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoversView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirmStatementLife: {
    parameters: {
      query?: {
        currency?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description On whose word: staff that confirms in the party’s name says it; the party need not */
          note?: string;
        };
      };
    };
    responses: {
      /** @description Say that an issued statement is right: the party itself, or staff in its name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openDisputes: {
    parameters: {
      query?: {
        currency?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description On whose word: staff that speaks in the party’s name says it; the party need not */
          note?: string;
          lines: {
            /** @description Of the statement; null for all of it */
            line: number | null;
            /** @description The share as it should be, in the statement’s currency */
            claimed: string;
            /** @enum {string} */
            reason: 'quantity' | 'price' | 'missing_usage' | 'wrong_rate' | 'late_usage' | 'other';
            detail: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Dispute lines of an issued statement: the party itself, or staff in its name */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisputeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportStatements: {
    parameters: {
      query?: {
        currency?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
        format: 'csv' | 'xlsx' | 'pdf' | 'json';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The statement as a file, the same as in the export of its run, with control totals */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
          'application/json': string;
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  invoiceStatementLife: {
    parameters: {
      query?: {
        currency?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          number: string;
          /**
           * Format: date
           * @description A day of the operator’s zone that is not to come
           */
          date: string;
          /** @description In the statement’s currency: all of the payout, months that were carried into it included */
          amount: string;
          /**
           * @description Say what it would come to, and keep nothing: the same step, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Record the party’s invoice for what is payable; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readStatementLife: {
    parameters: {
      query?: {
        currency?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What became of a statement since it was issued: who, when, what */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatementLifeView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readStatementsLines: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'line' | '-line' | 'share' | '-share';
        after?: string;
        currency?: string;
        lineKind?:
          | 'share'
          | 'guarantee'
          | 'adjustment'
          | 'dispute'
          | 'clawback'
          | 'minimum'
          | 'advance'
          | 'recoupment'
          | 'commitment'
          | 'conversion';
        originMonth?: string;
        plan?: string;
        model?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the statement is made of, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  payPayouts: {
    parameters: {
      query?: {
        currency?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reference: string;
          /**
           * Format: date
           * @description A day of the operator’s zone that is not to come
           */
          date: string;
          /** @description In the statement’s currency: all of the payout, months that were carried into it included */
          amount: string;
          /**
           * @description Say what it would come to, and keep nothing: the same step, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Record that the bank has paid what was approved; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  approvePayouts: {
    parameters: {
      query?: {
        currency?: string;
      };
      header?: never;
      path: {
        runId: number;
        party: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Say what it would come to, and keep nothing: the same step, taken back
           * @default false
           */
          preview?: boolean;
        };
      };
    };
    responses: {
      /** @description Let an invoice be paid, as another person than the one who recorded it; or preview that */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAllSubscriptions: {
    parameters: {
      query?: {
        limit?: number;
        sort?:
          | 'createdAt'
          | '-createdAt'
          | 'startsAt'
          | '-startsAt'
          | 'endsAt'
          | '-endsAt'
          | 'account'
          | '-account';
        after?: string;
        plan?: string;
        /** @description Now: begins later, runs on, runs until an end that is set, or has ended */
        status?: 'upcoming' | 'running' | 'suspended' | 'ending' | 'ended';
        /** @description Of their accounts */
        segment?: string;
        channel?: string;
        /** @description Those with an end before this instant */
        endsBefore?: string;
        createdFrom?: string;
        createdUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What all accounts have taken up, filtered and sorted, page by page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionsView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSuspense: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'openedAt' | '-openedAt' | 'at' | '-at' | 'account' | '-account';
        after?: string;
        reason?: string;
        /** @description To the letter: with the reason, a cause */
        detail?: string;
        /** @description As the record names it */
        account?: string;
        partner?: string;
        /** @description Of usage then or later */
        from?: string;
        /** @description Of usage before then */
        until?: string;
        openedFrom?: string;
        openedUntil?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Records in suspense, filtered and sorted, page by page; a partner sees its own */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SuspensePageView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSuspenseCauses: {
    parameters: {
      query?: {
        partner?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What records in suspense wait for, the most frequent first; a partner sees its own */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SuspenseCausesView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recycleSuspenseCauses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          /** @description As the list of causes has it, to the letter */
          detail: string;
          partner?: string;
        };
      };
    };
    responses: {
      /** @description Try what waits for one cause again, the oldest thousand of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recycled'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recycleSuspense: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          keys: string[];
        };
      };
    };
    responses: {
      /** @description Try records in suspense again with the catalogue as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recycled'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listUsageList: {
    parameters: {
      query?: {
        limit?: number;
        sort?: 'at' | '-at';
        after?: string;
        account?: string;
        /** @description Who reported it; a partner sees its own whatever it asks */
        partner?: string;
        source?: string;
        /** @description The code of the model that it was charged as */
        model?: string;
        /** @description Of the grant that it drew on first, else of the base subscription */
        plan?: string;
        state?: 'charged' | 'suspense' | 'void';
        /** @description Of usage then or later; 31 days before the end where not said */
        from?: string;
        /** @description Of usage before then; at most 93 days after `from` */
        until?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Reported usage as it stands, the newest first, page by page; a partner sees its own */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UsageListView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postUsage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          records: ({
            /** @description Unique for ever within the partner and the source */
            id: string;
            /** @default api */
            source?: string;
            account: string;
            /**
             * Format: date-time
             * @description Start of the request: ISO 8601 with an offset
             */
            at: string;
            model: string;
            vendor: string;
            computeOwner: string;
            chipKind: string;
            /**
             * @description What is charged: a provider’s own words for it are kept, and price nothing. Must be given where a usage object says that the call was served in another way than the provider’s standard one (a service tier, a speed or a type of traffic): whether that has another price is not guessed.
             * @default standard
             */
            serviceTier?: string;
            dimensions?: {
              [key: string]: string;
            };
            /** @description Disjoint: what was cached is not counted as input too */
            tokens?: {
              input?: number;
              cached_input?: number;
              cache_write?: number;
              cache_write_1h?: number;
              output?: number;
              reasoning?: number;
              image_input?: number;
              audio_input?: number;
              video_input?: number;
              image_output?: number;
              audio_output?: number;
              video_output?: number;
              requests?: number;
              tool_calls?: number;
              images?: number;
              seconds?: number;
              characters?: number;
              pages?: number;
            };
            /**
             * @description Whose meaning the fields of `usage` have: the endpoint decides, not the model
             * @enum {string}
             */
            semantics?:
              | 'openai_chat'
              | 'openai_responses'
              | 'anthropic'
              | 'gemini'
              | 'bedrock'
              | 'deepseek'
              | 'dashscope'
              | 'zhipu'
              | 'kimi'
              | 'minimax'
              | 'mistral';
            /** @description The usage object, or the answer that it stands in; kept whole, so leave out what is not to be kept. With `anthropic`, an answer says of which model it is. Numbers are read as double-precision numbers. */
            usage?: {
              [key: string]: unknown;
            };
          } & (
            | {
                tokens: Record<string, unknown>;
              }
            | {
                semantics: string;
                usage: Record<string, unknown>;
              }
          ))[];
        };
      };
    };
    responses: {
      /** @description Report usage: a result for each record, in the order of the post */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UsageResults'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readExplanation: {
    parameters: {
      query: {
        /** @description The record, as its partner named it */
        id: string;
        source?: string;
        /** @description Who reported it */
        partner: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Why a record was charged as it was: computed again, and compared with what is stored */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExplanationView'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  replaceVoids: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Whose records; a partner corrects its own and may leave it out */
          partner?: string;
          items: {
            /** @default api */
            source?: string;
            /** @description Of the record, as it was reported */
            id: string;
            reason: string;
            /** @description One call of a model. Its quantities are given in one of two forms. Counted by class: `"tokens": {"input": 40, "cached_input": 60, "output": 7}`. Or as the provider reported them, with the tag of the endpoint that did: `"semantics": "openai_chat", "usage": {"prompt_tokens": 100, "completion_tokens": 7, "prompt_tokens_details": {"cached_tokens": 60}}`, which is charged as the same. An object that cannot be made into counts without a guess is accepted and waits in suspense (`unreadable_usage`). */
            record: {
              /** @description Unique for ever within the partner and the source */
              id: string;
              /** @default api */
              source?: string;
              account: string;
              /**
               * Format: date-time
               * @description Start of the request: ISO 8601 with an offset
               */
              at: string;
              model: string;
              vendor: string;
              computeOwner: string;
              chipKind: string;
              /**
               * @description What is charged: a provider’s own words for it are kept, and price nothing. Must be given where a usage object says that the call was served in another way than the provider’s standard one (a service tier, a speed or a type of traffic): whether that has another price is not guessed.
               * @default standard
               */
              serviceTier?: string;
              dimensions?: {
                [key: string]: string;
              };
              /** @description Disjoint: what was cached is not counted as input too */
              tokens?: {
                input?: number;
                cached_input?: number;
                cache_write?: number;
                cache_write_1h?: number;
                output?: number;
                reasoning?: number;
                image_input?: number;
                audio_input?: number;
                video_input?: number;
                image_output?: number;
                audio_output?: number;
                video_output?: number;
                requests?: number;
                tool_calls?: number;
                images?: number;
                seconds?: number;
                characters?: number;
                pages?: number;
              };
              /**
               * @description Whose meaning the fields of `usage` have: the endpoint decides, not the model
               * @enum {string}
               */
              semantics?:
                | 'openai_chat'
                | 'openai_responses'
                | 'anthropic'
                | 'gemini'
                | 'bedrock'
                | 'deepseek'
                | 'dashscope'
                | 'zhipu'
                | 'kimi'
                | 'minimax'
                | 'mistral';
              /** @description The usage object, or the answer that it stands in; kept whole, so leave out what is not to be kept. With `anthropic`, an answer says of which model it is. Numbers are read as double-precision numbers. */
              usage?: {
                [key: string]: unknown;
              };
            } & (
              | {
                  tokens: Record<string, unknown>;
                }
              | {
                  semantics: string;
                  usage: Record<string, unknown>;
                }
            );
          }[];
        };
      };
    };
    responses: {
      /** @description Make records void and report others in their place, under new ids: both, or neither */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplacementResults'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  voidVoids: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Whose records; a partner corrects its own and may leave it out */
          partner?: string;
          items: {
            /** @default api */
            source?: string;
            /** @description Of the record, as it was reported */
            id: string;
            reason: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Make reported records void: a result for each, in the order of the post */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VoidResults'];
        };
      };
      /** @description A refusal */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
