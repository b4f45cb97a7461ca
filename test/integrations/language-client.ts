/** An editor without a screen: it speaks the Language Server Protocol to VS Code's ESLint server, and keeps the text of open documents. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  CodeActionKind,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
  ApplyWorkspaceEditRequest,
  RegistrationRequest,
  type CodeAction,
  type Diagnostic,
  type ProtocolConnection,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

import { root } from './workspace.js';

export interface Editor {
  open(file: string, languageId: string, text: string): Promise<Diagnostic[]>;
  /** Types `replacement` over the first occurrence of `typedOver`, and waits for the squiggles. */
  type(file: string, typedOver: string, replacement: string): Promise<Diagnostic[]>;
  actionsFor(file: string, diagnostic: Diagnostic): Promise<CodeAction[]>;
  /** Chooses an action of the light bulb, and waits for the squiggles. */
  choose(file: string, action: CodeAction): Promise<Diagnostic[]>;
  textOf(file: string): string;
  close(): Promise<void>;
}

/** Opens a folder. The settings are those of VS Code, by their names there: `eslint.run`. */
export async function startEditor(folder: string, userSettings: Record<string, unknown> = {}): Promise<Editor> {
  const server = spawn(
    process.execPath,
    [path.join(root, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server'), '--stdio'],
    { cwd: folder },
  );
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const documents = new Map<string, TextDocument>();
  const uriOf = (file: string): string => pathToFileURL(path.join(folder, file)).href;
  const documentOf = (file: string): TextDocument => {
    const document = documents.get(uriOf(file));
    if (!document) throw new Error(`${file} is not open`);
    return document;
  };

  const change = async (uri: string, edits: TextEdit[]): Promise<void> => {
    const before = documents.get(uri);
    if (!before) throw new Error(`an edit of ${uri}, which is not open`);
    const text = TextDocument.applyEdits(before, edits);
    const after = TextDocument.create(uri, before.languageId, before.version + 1, text);
    documents.set(uri, after);
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: after.version },
      contentChanges: [{ text }],
    });
  };

  const diagnose = async (file: string): Promise<Diagnostic[]> => {
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: uriOf(file) } });
    if (report.kind !== 'full') throw new Error('expected a full report');
    return report.items;
  };

  answer(connection, folder, userSettings, change);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: path.basename(folder) }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, applyEdit: true, workspaceEdit: { documentChanges: true } },
      textDocument: {
        diagnostic: {},
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.QuickFix] } } },
      },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    async open(file, languageId, text) {
      const document = TextDocument.create(uriOf(file), languageId, 1, text);
      documents.set(document.uri, document);
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: document.uri, languageId, version: 1, text },
      });
      return diagnose(file);
    },
    async type(file, typedOver, replacement) {
      const document = documentOf(file);
      const start = document.getText().indexOf(typedOver);
      if (start < 0) throw new Error(`${file} does not hold ${typedOver}`);
      await change(document.uri, [
        { range: { start: document.positionAt(start), end: document.positionAt(start + typedOver.length) }, newText: replacement },
      ]);
      return diagnose(file);
    },
    async actionsFor(file, diagnostic) {
      const actions = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: uriOf(file) },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], only: [CodeActionKind.QuickFix] },
      });
      return (actions ?? []).filter((action): action is CodeAction => typeof action.command === 'object');
    },
    async choose(file, { command }) {
      if (!command) throw new Error('an action without a command');
      await connection.sendRequest(ExecuteCommandRequest.type, { command: command.command, arguments: command.arguments ?? [] });
      return diagnose(file);
    },
    textOf: (file) => documentOf(file).getText(),
    async close() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      connection.dispose();
      server.kill();
    },
  };
}

/** What the server asks of an editor. */
function answer(
  connection: ProtocolConnection,
  folder: string,
  userSettings: Record<string, unknown>,
  change: (uri: string, edits: TextEdit[]) => Promise<void>,
): void {
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => serverSettings(folder, userSettings)));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
    for (const documentChange of edit.documentChanges ?? []) {
      if (TextDocumentEdit.is(documentChange)) await change(documentChange.textDocument.uri, documentChange.edits as TextEdit[]);
    }
    return { applied: true };
  });
}

/** What VS Code's extension makes of its settings before it hands them to the server. */
function serverSettings(folder: string, userSettings: Record<string, unknown>): Record<string, unknown> {
  return {
    validate: 'on',
    run: userSettings['eslint.run'] ?? 'onType',
    rulesCustomizations: userSettings['eslint.rules.customizations'] ?? [],
    codeAction: {
      disableRuleComment: userSettings['eslint.codeAction.disableRuleComment'] ?? { enable: true, location: 'separateLine' },
      showDocumentation: { enable: true },
    },
    codeActionOnSave: { mode: 'all' },
    experimental: {},
    format: false,
    nodePath: null,
    onIgnoredFiles: 'off',
    options: {},
    packageManager: 'npm',
    problems: { shortenToSingleLine: false },
    quiet: false,
    workingDirectory: { mode: 'location' },
    workspaceFolder: { uri: pathToFileURL(folder).href, name: path.basename(folder) },
  };
}
