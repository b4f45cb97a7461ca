/** What log lines say when they tell how far work has come. Data only; `log-progress.ts` gives it meaning. */

const POSITION_FIELD = String.raw`cursor|offset|checkpoint|watermark|progress|percent(age)?|position|page|pageNumber|currentPage|batch|batchNumber|batchIndex|chunk|chunkIndex|index|processed|processedCount|completed|done|sent|imported|synced|migrated|refunded|remaining|lastEvaluatedKey|lastKey|last[A-Z]\w*(Id|Key|Token|Cursor|Offset|Row|Page|Time|At)|last_\w+|next(Page)?(Token|Cursor|Offset|Key)|exclusiveStartKey|startAfter`;
const STEP_FIELD = 'step|stage|phase|stepName|currentStep|milestone|step_name|current_step';
const BEGINNING =
  'creating|writing|updating|sending|charging|booking|uploading|deploying|publishing|registering|provisioning|granting|refunding|inviting|posting|notifying|subscribing|transferring|copying|enrolling|assigning|activating|shipping|scheduling|triggering|submitting|adding|linking|configuring|installing|attaching|paying|issuing|ordering|moving';

/** Fields of a structured line that hold a position in a sequence of records or pages. */
export const POSITION_FIELDS = whole(POSITION_FIELD);

/** Fields that name the step of a sequence. */
export const STEP_FIELDS = whole(STEP_FIELD);

/** Words before or after an interpolated value that make it a position: `checkpoint ${id}`, `processed up to ${id}`. */
export const POSITION_WORDS =
  /\b(check-?point(ed)?|progress|up to|upto|so far|resum(e|ing) (from|at)|last processed|left off|watermark|cursor|offset|next (page|token|cursor|key|id))\b/i;

/** Counted units, finished or about to be: `batch ${n} done`, `page ${p} of …`. */
export const UNIT_WORDS = /\b(batch|page|chunk|part|iteration|round|block|segment|slice|partition)\b\s*#?\s*\$\{\}/i;

/** Participles of trouble, of beginnings and of plain facts: they tell no end. */
const NO_END =
  'failed|skipped|ignored|rejected|refused|dropped|expected|required|needed|received|requested|started|queued|cached|used|unused|allowed|blocked|detected|matched|supported|estimated|limited|called|invoked|triggered|based|named|invalid\\w+|un\\w+';

/** A line that reports a unit as done. */
export const DONE_WORDS = new RegExp(`\\b(done|complete|sent|paid|written|built|made|(?!(?:${NO_END})\\b)[a-z]{3,}ed)\\b`, 'i');

/** A numbered step: `step 2`, `Stage 1/3`, `[3/5]`, `phase 2 of 4`. */
export const NUMBERED_STEP =
  /\b(step|stage|phase)\s*#?\s*(\d+)\b|\[\s*(\d+)\s*\/\s*\d+\s*\]|\b(\d+)\s*(?:\/|of)\s*\d+\s+(?:done|complete)/i;

/** A step that the text names itself: `step done`, `stage reached`, `step 'charge' finished`. */
export const NAMED_STEP = /\b(step|stage|phase|milestone)\b/i;

/** Names of variables that count: the left side of `${}/${}`. */
export const COUNTER_NAME =
  /^(i|j|k|n|idx|index|num|number|count|counter|done|cur|current\w*|processed\w*|completed\w*|sent\w*|imported\w*|synced\w*|finished\w*|success\w*|uploaded\w*|progress\w*|page\w*|batch\w*|chunk\w*|row\w*|offset\w*|position\w*|\w+(Count|Index|Number|Num|Done|Processed|Sent|Idx)|start\w*|from|end\w*)$/;
export const TOTAL_NAME =
  /^(n|total\w*|count|max\w*|num\w*|pages|batches|chunks|last\w*|size|length|expected\w*|all\w*|\w+(Count|Total|Pages|Batches|Chunks|Length|Size|s))$/;

/** Results that a finished step is told with. */
export const FINISHED_STEP =
  /\b(created|written|updated|sent|charged|booked|uploaded|deployed|published|registered|provisioned|granted|refunded|invited|posted|notified|subscribed|transferred|copied|deleted|removed|enrolled|assigned|activated|shipped|scheduled|triggered|submitted|generated|saved|stored|added|linked|configured|installed|attached|paid|issued|ordered|moved|cancelled|canceled|completed|finished|done|seeded|renewed|reserved|confirmed|migrated|imported|indexed|archived|credited|debited|captured|approved|announced|mailed|billed)\b/i;
export const BEGINNING_STEP = new RegExp(String.raw`^\W*(\[[^\]]*\]\s*)*(${BEGINNING})\b`, 'i');

/**
 * Any of the above in the source of a call, where texts, values and fields are not taken apart yet: more than they match, never less.
 * The second are words that one line alone says of anything.
 */
export const MAY_TELL_POSITION = anyOf(
  String.raw`%|[}'"\`]\s*(\/|of|out of)\s*(\$\{|['"\`]|\d)`,
  ...[POSITION_WORDS, NUMBERED_STEP, NAMED_STEP].map(({ source }) => source),
  word('batch|page|chunk|part|iteration|round|block|segment|slice|partition'),
  word(POSITION_FIELD),
  word(STEP_FIELD),
);
export const MAY_TELL_STEP = anyOf(DONE_WORDS.source, FINISHED_STEP.source, word(BEGINNING));

function whole(names: string): RegExp {
  return new RegExp(`^(${names})$`);
}

function word(names: string): string {
  return String.raw`\b(${names})\b`;
}

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'i');
}
