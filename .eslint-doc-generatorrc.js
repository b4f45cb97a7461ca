/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  configEmoji: [
    ['recommended', '✅'],
    ['strict', '🔒'],
  ],
  ruleDocTitleFormat: 'desc-parens-prefix-name',
  // Every page has a section on options, to say so where there are none.
  ruleDocSectionOptions: false,
  ruleDocNotices: ['configs', 'hasSuggestions', 'options'],
  ruleListColumns: ['name', 'description', 'configsError', 'configsWarn', 'hasSuggestions'],
  urlConfigs: 'https://github.com/eslint-plugin-stateless/eslint-plugin-stateless#configs',
};
