/**
 * Words that break ties between concerns whose structure is the same. A word alone never makes a report.
 *
 * Words are looked up in the parts of a name: `lastProcessedId` has the parts `last`, `processed`, `id`.
 */
import type { Concern } from './concerns/index.js';

type NamedConcern =
  Extract<Concern, 'dedup' | 'lock' | 'progress' | 'checkpoint' | 'retry' | 'counter' | 'queue' | 'cache'> | 'stage' | 'finished';

const WORDS: Readonly<Record<NamedConcern, RegExp>> = {
  dedup:
    /^(seen|processed|handled|dedup\w*|duplicates?|idempoten\w*|applied|delivered|already|nonces?|replay\w*|charged|credited|claimed|consumed|used|settled|notified|fulfilled|known|acked|acknowledged|repeats?|once|visited|posted|sent|finished|completed)$/,
  lock: /^(locks?|locked|locking|mutex\w*|busy|running|leases?|leased|held|holders?|holding|exclusive|semaphores?|processing|syncing|importing|refreshing|active|rebuilding|generating|owner|owners|acquired|reserved)$/,
  progress:
    /^(progress|status|statuses|state|states|stage|stages|step|steps|phase|phases|percent\w*|job|jobs|task|tasks|workflow|workflows|renders?|uploads?|exports?|imports?|onboarding|pipelines?|runs?|deployments?|migrations?)$/,
  // A single value is progress only where its name says so; `job` alone may be its mode or its owner.
  stage: /^(progress|status|stage|step|phase|percent\w*|state)$/,
  // Parts of a job that are behind it, where the structure shows a job.
  finished:
    /^(done|finished|completed?|built|rendered|processed|imported|exported|uploaded|converted|indexed|migrated|sent|printed|parsed|resized|scanned|ready|passed|handled|steps?|stages?|parts?|pages?)$/,
  checkpoint:
    /^(newest|latest|bookmarks?|delta|highwater|cursors?|offsets?|since|checkpoints?|watermarks?|position|bookmark|resume|history|synced|polled|page)$/,
  retry:
    /^(retry|retries|retried|attempts?|attempted|failures?|failed|fails|breakers?|circuits?|backoffs?|tries|tried|consecutive|errors?|strikes|redeliver\w*|deliveries|cooldown|outage|unhealthy|delay|pauses?|resting)$/,
  counter:
    /^(counts?|counter|counters|counted|hits|limits?|limiter|quotas?|usage|rates?|buckets?|windows?|views|likes|scores?|totals?|visits|requests|sequence|seq|throttle\w*|throttled|votes|tally|spent|budget|tickets?|number|clicks|cooldowns?)$/,
  queue: /^(queues?|queued|buffers?|buffered|batch|batches|pending|outbox|backlog|waiting|dirty|inbox|backlogged|unsent|unflushed|spool)$/,
  cache: /^(cache\w*|cached|memo|memos|memoi[sz]ed?|memoi[sz]e|caches|lru)$/,
};

const PERSON =
  /^(ip|ips|user|users|email|emails|phone|address|addr|login|logins|password|pin|visitor|visitors|member|apikey|caller|username|player)$/;

/** May come on its own behalf, or be what the work is done for. */
const PARTY = /^(client|account|customer|customers|tenant|device|key|identifier|chat|sender|merchant)$/;

export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

export function suggests(concern: NamedConcern, names: readonly (string | undefined)[]): boolean {
  return names.some((name) => name !== undefined && wordsOf(name).some((word) => WORDS[concern].test(word)));
}

export function namesPerson(names: readonly (string | undefined)[]): boolean {
  return names.some((name) => name !== undefined && wordsOf(name).some((word) => PERSON.test(word)));
}

/** A variable called just `key` says nothing of whose key it is. */
export function namesParty(names: readonly (string | undefined)[]): boolean {
  return names.some((name) => name !== undefined && name !== 'key' && wordsOf(name).some((word) => PARTY.test(word)));
}

/** Whose or which one, rather than of what kind: `order.sessionId`, `email.toLowerCase()`, `user:${id}`. */
export function namesIdentity(text: string): boolean {
  return wordsOf(text).some((word) => IDENTITY.test(word) || PERSON.test(word) || (PARTY.test(word) && word !== 'key'));
}

const IDENTITY =
  /^(ids?|uid|uuid|guid|jti|sid|sub|token|session|nonce|code|handle|order|ticket|room|thread|conversation|telefono|tel|mobile|cart|invoice|booking|reservation)$/;

/** Numbers that only tell how an instance fares, and not what a business reckons with its visitors: analytics. */
export function namesMetrics(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => /^(metrics?|stats|statistics|telemetry|diagnostics)$/.test(word)) && !words.includes('analytics');
}

const MEASURER =
  /\b(metrics?|telemetry|profiler|diagnostics)\b|\b(system|health|performance|perf|connections?|pool|errors?|exceptions?|query|resources?|uptime|latency|database|db|server|cache)( \w+)? (monitor|monitoring|tracker|tracking|analyzer|aggregator|collector|recorder|reporter|stats)\b/;

/** `ErrorTracker`, `QueryPerformanceAnalyzer`: a class that keeps how an instance fares. */
export function namesMeasurer(name: string): boolean {
  return MEASURER.test(wordsOf(name).join(' '));
}

/** Lines that people look at when something went wrong. */
export function namesLog(name: string): boolean {
  return wordsOf(name).some((word) =>
    /^(logs?|traces?|debug|breadcrumbs?|diagnostics|samples|measurements|timings?|durations?|latencies|metrics?)$/.test(word),
  );
}

const STATUS_FIELD = /^(status|state|stage|step|phase|percent\w*|progress|completed|done|current\w*step|currentstep)$/i;

/** A field that says how far a job has come. */
export function isStatusField(name: string | undefined): boolean {
  return name !== undefined && (STATUS_FIELD.test(name) || /^(is)?(status|stage|step|phase|percent|progress)/i.test(name));
}

const STATUS_VALUE =
  /^(pending|queued|waiting|running|processing|in[-_ ]?progress|started|starting|done|complete|completed|finished|succeeded|success|failed|failure|error|errored|cancelled|canceled|stopped|paused|aborted|ready|uploading|rendering|building|extracting|transforming|loading|downloading|exporting|importing|paid|shipped|idle|working|active|provisioning|validating|sending|sent|booting|installing|deploying)$/i;

/** A literal that names a state of a job. */
export function isStatusValue(value: string): boolean {
  return STATUS_VALUE.test(value);
}

const DECISION =
  /^(approved|rejected|accepted|declined|denied|verified|revoked|published|unpublished|draft|archived|resolved|acknowledged|dismissed|read|unread|suspended|banned|blocked|confirmed|refunded|redeemed|granted)$/i;

/** A literal that names what somebody has decided about a record. */
export function isDecision(value: string): boolean {
  return DECISION.test(value);
}

const AT_WORK =
  /^(queued|running|processing|in[-_ ]?progress|started|starting|uploading|rendering|building|extracting|transforming|loading|downloading|exporting|importing|provisioning|validating|sending|booting|installing|deploying)$/i;

/** A literal that says that work is being done at this moment. */
export function isAtWork(value: string): boolean {
  return AT_WORK.test(value);
}
