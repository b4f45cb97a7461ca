/**
 * Question: where does this file read its own progress back from logs?
 *
 *     await logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern: 'checkpoint' }))
 *     fs.readFileSync('/tmp/parcels.log', 'utf8')      // a file that the same code appends to
 *
 * Asking logs is no crime: dashboards and alarms do it. It counts where the question is about progress (its text says so), where the log
 * asked is the function's own, or where this file itself logs progress.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  calleeText,
  receiverOf,
  stringValue,
  unwrap,
  walkSyntax,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import { commandOf } from '../effects.js';
import type { FirstLook } from '../first-look/first-look.js';
import type { SourceIndex } from '../source-index.js';

export interface LogQuery {
  readonly node: CallNode;
  readonly from: FunctionNode;
  /** How a message calls it: `FilterLogEventsCommand`, `parcels.log`. */
  readonly name: string;
}

interface LogService {
  /** Modules whose presence makes the names below mean a log service. */
  readonly from: RegExp;
  readonly commands?: RegExp;
  readonly methods?: RegExp;
}

/** Sources: the services' own client references. */
const LOG_SERVICES: readonly LogService[] = [
  {
    from: /^(@aws-sdk\/client-cloudwatch-logs|aws-sdk(\/.*)?)$/,
    commands: /^(FilterLogEvents|GetLogEvents|StartQuery|GetQueryResults|StartLiveTail|GetLogRecord)Command$/,
    methods: /^(filterLogEvents|getLogEvents|startQuery|getLogRecord|paginateFilterLogEvents)$/,
  },
  { from: /^@google-cloud\/logging$/, methods: /^(getEntries|getEntriesStream|listLogEntries|tailEntries)$/ },
  { from: /^@azure\/monitor-query(-logs)?$/, methods: /^(queryWorkspace|queryWorkspaceBatch|queryResource)$/ },
  { from: /^@datadog\/datadog-api-client$/, methods: /^(listLogs|listLogsGet|listLogsWithPagination)$/ },
  { from: /^(splunk-sdk|@elastic\/elasticsearch-logs)$/, methods: /^(oneshotSearch|exportSearch)$/ },
];

const LOG_SERVICE = new RegExp(LOG_SERVICES.map(({ from }) => from.source).join('|'));

const ABOUT_PROGRESS =
  /check-?point|progress|last[_ ]?(processed|paid|sent|id|page|key|run)|processed|up to|cursor|offset|\bstep\b|\bstage\b|resume|watermark|last[A-Z]\w*(Id|Key|Page|Cursor)/i;
const OWN_LOG =
  /AWS_LAMBDA_(LOG_GROUP_NAME|LOG_STREAM_NAME|FUNCTION_NAME)|K_SERVICE|FUNCTION_NAME|WEBSITE_SITE_NAME|\bcontext\s+log(Group|Stream)Name/;
const FILE_READ = /^(readFileSync|readFile|createReadStream|readTextFile|readTextFileSync|readLines|file)$/;
const FILE_APPEND = /^(appendFileSync|appendFile|writeFileSync|writeFile|createWriteStream|writeTextFile|writeTextFileSync)$/;
const LOG_FILE = /\.log$/;
const NAMES_LOG_FILE = /\.log['"`]/;
const FILE_MODULE = /^(node:)?fs(\/promises)?$|^(fs-extra|graceful-fs|bun)$/;

/** Whether `findLogQueries` may find anything, from the modules and the text alone. */
export function mayReadLogs(look: FirstLook): boolean {
  const { modules, text } = look;
  if (modules.some((name) => LOG_SERVICE.test(name))) return true;
  const mayReadFiles =
    modules.some((name) => FILE_MODULE.test(name)) || look.globalReferences('Deno').length > 0 || look.globalReferences('Bun').length > 0;
  return mayReadFiles && NAMES_LOG_FILE.test(text);
}

export function findLogQueries(source: SourceIndex, isInvocation: (fn: FunctionNode) => boolean, logsProgress: boolean): LogQuery[] {
  const found: LogQuery[] = [];
  const modules = source.modules;
  const services = LOG_SERVICES.filter(({ from }) => modules.some((name) => from.test(name)));
  for (const { node, from } of source.calls) {
    if (from === null || node.type !== 'CallExpression') continue;
    const name = queryName(node);
    if (name !== undefined && isInvocation(from) && (logsProgress || isAboutProgress(node))) found.push({ node, from, name });
  }
  return [...found, ...findLogFileReads(source, isInvocation)].sort((a, b) => a.node.range[0] - b.node.range[0]);

  function queryName(call: CallNode): string | undefined {
    const name = calleeName(call) ?? '';
    const command = commandOf(call);
    if (services.some(({ commands, methods }) => (command !== undefined && commands?.test(command)) || methods?.test(name)))
      return command ?? name;
    return undefined;
  }

  function isAboutProgress(call: CallNode): boolean {
    let says = '';
    for (const argument of call.arguments) {
      walkSyntax(argument, source.visitorKeys, (node) => {
        if (node.type === 'Literal' || node.type === 'TemplateElement') says += ` ${source.text.slice(...node.range)}`;
        if (node.type === 'Identifier') says += ` ${node.name} ${initOf(source, node)}`;
        return node.type !== 'FunctionExpression';
      });
    }
    return ABOUT_PROGRESS.test(says) || OWN_LOG.test(says);
  }
}

function initOf(source: SourceIndex, identifier: Node): string {
  const definition = source.variableOf(identifier)?.defs[0]?.node as Node | undefined;
  return definition?.type === 'VariableDeclarator' && definition.init && definition.init.type !== 'CallExpression'
    ? source.text.slice(...definition.init.range).slice(0, 500)
    : '';
}

/** Reads of a log file that the same file of code appends to. */
function findLogFileReads(source: SourceIndex, isInvocation: (fn: FunctionNode) => boolean): LogQuery[] {
  const reads: LogQuery[] = [];
  const appended = new Set<string>();
  for (const { node, from } of source.calls) {
    const name = calleeName(node) ?? '';
    const isRead = FILE_READ.test(name);
    if (!isRead && !FILE_APPEND.test(name)) continue;
    if (name === 'file' && calleeText(node) !== 'Bun.file') continue;
    const path = pathOf(source, node.arguments[0]);
    if (path === undefined || !LOG_FILE.test(path)) continue;
    if (!isRead) {
      if (/\bdone\b|processed|finished|completed|checkpoint|progress|sent\b|step/i.test(source.text.slice(...node.range)))
        appended.add(path);
    } else if (from !== null && isInvocation(from)) reads.push({ node, from, name: path.split('/').at(-1)! });
  }
  return reads.filter(({ node }) => appended.has(pathOf(source, node.arguments[0])!));
}

/** A path as far as it is written down: constants, templates and `join` followed. */
function pathOf(source: SourceIndex, argument: Node | undefined): string | undefined {
  if (!argument) return undefined;
  const inner = unwrap(argument);
  const text = stringValue(inner);
  if (text !== undefined) return text;
  if (inner.type === 'Identifier') {
    const definition = source.variableOf(inner)?.defs[0]?.node as Node | undefined;
    return definition?.type === 'VariableDeclarator' && definition.init ? pathOf(source, definition.init) : undefined;
  }
  if (inner.type === 'TemplateLiteral') return inner.quasis.map(({ value }) => value.cooked ?? '').join('*');
  if (inner.type === 'CallExpression' && /^(join|resolve)$/.test(calleeName(inner) ?? '') && receiverOf(inner)) {
    const parts = inner.arguments.map((part) => (part.type === 'SpreadElement' ? undefined : pathOf(source, part)) ?? '*');
    return parts.join('/');
  }
  if (inner.type === 'BinaryExpression')
    return `${pathOf(source, (inner as TSESTree.BinaryExpression).left as Node) ?? '*'}${pathOf(source, inner.right) ?? '*'}`;
  return undefined;
}
