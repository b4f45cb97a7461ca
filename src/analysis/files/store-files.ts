/**
 * Question: which databases, upload folders and lock files does the file open on the local disk?
 *
 *     const db = new Database(path.join(os.tmpdir(), 'guestbook.db'));   → database /tmp/guestbook.db
 *
 * Read from the table in `local-stores.ts`. A database that is opened read-only, one in memory, and one on a path that is unknown or
 * shared by all instances are left out. Uploads that the same file reads and removes are scratch.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  booleanValue,
  calleeName,
  childrenOf,
  dottedName,
  isFunction,
  propertyName,
  propertyValue,
  stringValue,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import type { FileAnalysis } from '../index.js';
import { FS_MODULE } from './file-calls.js';
import type { LocalFile } from './file-roles.js';
import type { LocalPaths } from './local-paths.js';
import { displayOf, isUniquePath, type Path } from './path-pieces.js';
import { IN_MEMORY, LOCAL_STORES, UPLOAD_PATH, type LocalStore } from './local-stores.js';
import type { FindModuleMember, ModuleMember } from './module-members.js';

/** Methods of an upload library that make the middleware of a route. */
const UPLOAD_ROUTE = /^(single|array|fields|any)$/;

export function findStoreFiles(analysis: FileAnalysis, findMember: FindModuleMember, paths: LocalPaths): LocalFile[] {
  const { source, reach, values, production } = analysis;
  const found: LocalFile[] = [];
  const seen = new Set<string>();

  for (const { node, from } of source.calls) {
    if (from !== null && !reach.isInvocation(from) && !reach.isLoadCalled(from)) continue;
    const member = findMember(node.callee) ?? memberOfMade(node.callee);
    if (!member) continue;
    const name = member.path.join('.');
    for (const store of LOCAL_STORES) {
      if (!store.module.test(member.module) || !store.member.test(name) || !isFor(store, node)) continue;
      const file = open(store, node, from);
      if (!file) continue;
      if (!seen.has(file.name)) found.push(file);
      seen.add(file.name);
      break;
    }
  }
  for (const { node, from } of source.calls) if (from === null) addOpenStream(node);
  return found;

  /** `FileStore` of `const FileStore = require('session-file-store')(session)`. */
  function memberOfMade(callee: Node): ModuleMember | undefined {
    const definition = source.variableOf(unwrap(callee))?.defs[0]?.node as Node | undefined;
    const made = definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : undefined;
    const maker = made?.type === 'CallExpression' ? findMember(made.callee) : undefined;
    return maker && { module: maker.module, path: [...maker.path, '()'] };
  }

  /** `const trail = createWriteStream(path, { flags: 'a' })` while loading, `trail.write(…)` in a handler. */
  function addOpenStream(node: CallNode): void {
    const member = findMember(node.callee);
    if (!member || !FS_MODULE.test(member.module) || member.path.at(-1) !== 'createWriteStream' || production.isExcluded(node)) return;
    const [target] = node.arguments;
    const declarator = node.parent;
    if (!target || target.type === 'SpreadElement' || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier')
      return;
    const local = paths.of(target).find((path) => /^(tmp|disk|code)$/.test(paths.placeOf(path)));
    if (!local) return;
    for (const reference of source.variableOf(declarator.id)?.references ?? []) {
      const method = reference.identifier.parent;
      const fn = source.functionOf(reference.identifier as Node);
      if (method?.type !== 'MemberExpression' || propertyName(method) !== 'write' || !fn || !reach.isInvocation(fn)) continue;
      found.push({
        role: 'storage',
        name: displayOf(local),
        node,
        fn,
        evidence: 'appended',
        evidenceNode: method,
        isUnique: false,
        isRemoved: false,
      });
      return;
    }
  }

  function open(store: LocalStore, node: CallNode, from: FunctionNode | null): LocalFile | undefined {
    if (production.isExcluded(node)) return undefined;
    const at = pathArgument(store, node);
    if (!at && store.byDefault === undefined) return undefined;
    if (at && IN_MEMORY.test(stringValue(at) ?? '')) return undefined;
    if (store.kind === 'database' && isReadOnly(node)) return undefined;
    const alternatives = at ? pathsOf(at).map((path) => withoutAddress(path, store)) : [];
    const local = alternatives.filter((path) => isLocal(path));
    if (at && (local.length === 0 || (local.length < alternatives.length && store.kind === 'database' && store.address))) return undefined;
    if (alternatives.some((path) => paths.placeOf(path) === 'shared')) return undefined;
    if (store.kind === 'database' && local.some(isUniquePath)) return undefined;
    if (store.kind === 'uploads' && (isReadHere() || (alternatives.every((path) => paths.placeOf(path) === 'tmp') && isHandledElsewhere())))
      return undefined;
    const name = local[0] ? displayOf(local[0]) : store.byDefault === 'tmp' ? '/tmp' : 'the working directory';
    return {
      role: 'storage',
      name,
      node,
      fn: from,
      evidence: store.kind === 'lock' ? 'lockLibrary' : store.kind,
      evidenceNode: node,
      isUnique: false,
      isRemoved: false,
    };
  }

  /** A path chosen by a function, as multer allows: what it hands to its callback, or returns. */
  function pathsOf(node: Node): readonly Path[] {
    const inner = unwrap(node);
    const [fn] = isFunction(inner) ? [inner] : values.functionsOf(inner);
    if (!fn) return paths.fillDefaults(paths.of(inner));
    const callback = fn.params.at(-1);
    const variable = callback?.type === 'Identifier' ? source.variableOf(callback) : undefined;
    const given: Path[] = [];
    for (const reference of variable?.references ?? []) {
      const call = reference.identifier.parent;
      const argument = call?.type === 'CallExpression' && call.callee === reference.identifier ? call.arguments[1] : undefined;
      if (argument && argument.type !== 'SpreadElement') given.push(...paths.of(argument));
    }
    return given.length > 0 ? given : values.returnsOf(fn).flatMap(paths.of);
  }

  /** `file:./shop.db` → `./shop.db`; an address of another kind is no path. */
  function withoutAddress(path: Path, store: LocalStore): Path {
    const [first, ...rest] = path;
    if (!store.address || first?.kind === 'root') return path;
    if (first?.kind !== 'text' || !store.address.test(first.text)) return [];
    return [{ kind: 'text', text: first.text.replace(store.address, '') }, ...rest];
  }

  function isLocal(path: Path): boolean {
    return path.length > 0 && !/^(unknown|shared)$/.test(paths.placeOf(path));
  }

  function pathArgument(store: LocalStore, node: CallNode): Node | undefined {
    if (typeof store.at === 'number') {
      const argument = node.arguments[store.at];
      if (!argument || argument.type === 'SpreadElement') return undefined;
      const inner = unwrap(argument);
      return inner.type === 'ObjectExpression' ? undefined : inner;
    }
    for (const argument of node.arguments) {
      if (argument.type === 'SpreadElement') continue;
      let value: Node | undefined = argument;
      for (const name of store.at.split('.')) value = value && propertyValue(objectOf(value), name);
      if (value && unwrap(value).type !== 'ObjectExpression') return value;
    }
    return undefined;
  }

  function objectOf(node: Node): TSESTree.ObjectExpression | undefined {
    const value = values.of(node).find(({ kind }) => kind === 'object');
    return value?.kind === 'object' ? value.node : undefined;
  }

  function isFor(store: LocalStore, node: CallNode): boolean {
    const { needs } = store;
    if (!needs) return true;
    return node.arguments.some(
      (argument) =>
        argument.type !== 'SpreadElement' && needs.value.test(stringValue(propertyValue(objectOf(argument), needs.option)) ?? ''),
    );
  }

  function isReadOnly(node: CallNode): boolean {
    return node.arguments.some((argument) => {
      if (argument.type === 'SpreadElement') return false;
      const object = objectOf(argument);
      if (booleanValue(propertyValue(object, 'readonly')) || booleanValue(propertyValue(object, 'readOnly'))) return true;
      if (/READ_?ONLY/i.test(stringValue(propertyValue(object, 'access_mode')) ?? '')) return true;
      const mode = propertyValue(object, 'mode') ?? unwrap(argument);
      return mode.type === 'MemberExpression' && /READONLY/.test(propertyName(mode) ?? '');
    });
  }

  /** `router.post('/import', upload.single('file'), teams.import)`: what a controller of another file does with the temporary file is unknown. */
  function isHandledElsewhere(): boolean {
    const last = source.calls.flatMap(({ node }) =>
      node.arguments.some((argument) => argument.type === 'CallExpression' && UPLOAD_ROUTE.test(calleeName(argument) ?? ''))
        ? [node.arguments.at(-1)!]
        : [],
    );
    return (
      last.length > 0 &&
      last.every(
        (handler) =>
          handler.type !== 'SpreadElement' &&
          values.functionsOf(handler).length === 0 &&
          source.variableOf(dottedName(handler).root) !== undefined,
      )
    );
  }

  /** Whether an upload's local path is given to some call: `createReadStream(req.file.path)`, `unlink(file.filepath)`. */
  function isReadHere(): boolean {
    // As the value of a property it may be what a row or a message holds; any other use reads the file.
    if (/(?<!\w\s*:\s*[\w$.!?[\]]*)\.(filepath|tempFilePath)\b|\{[^{}]*\b(filepath|tempFilePath)\b[^{}]*\}\s*=/.test(source.text))
      return true;
    return source.calls.some(({ node }) => {
      const name = calleeName(node) ?? '';
      if (/^(json|send|log|info|create|insert|insertOne|update|save|push|query|execute|bind)$/.test(name)) return false;
      return node.arguments.some((argument) => argument.type !== 'SpreadElement' && !isFunction(argument) && mentionsUpload(argument, 0));
    });
  }

  function mentionsUpload(node: Node, depth: number): boolean {
    const inner = unwrap(node);
    if (inner.type === 'MemberExpression') {
      const { root, path } = dottedName(inner);
      if (!UPLOAD_PATH.test(path.at(-1) ?? '')) return false;
      const owner = [root.type === 'Identifier' ? root.name : '', ...path.slice(0, -1)].join('.');
      return /file|upload|photo|image|avatar|attachment|document|media|video|audio/i.test(owner);
    }
    if (inner.type === 'Identifier') {
      const definition = source.variableOf(inner)?.defs[0];
      const declarator = definition?.node as Node | undefined;
      if (declarator?.type !== 'VariableDeclarator' || !declarator.init || depth > 3) return false;
      if (declarator.id.type === 'ObjectPattern') {
        return (
          declarator.id.properties.some(
            (property) =>
              property.type === 'Property' &&
              property.value === definition!.name &&
              property.key.type === 'Identifier' &&
              UPLOAD_PATH.test(property.key.name),
          ) && /file/i.test(source.text.slice(...declarator.init.range))
        );
      }
      return mentionsUpload(declarator.init, depth + 1);
    }
    if (depth > 3 || isFunction(inner)) return false;
    return (
      /^(ObjectExpression|ArrayExpression|Property|TemplateLiteral|CallExpression|AwaitExpression|LogicalExpression)$/.test(inner.type) &&
      childrenOf(inner, source.visitorKeys).some((child) => mentionsUpload(child, depth + 1))
    );
  }
}
