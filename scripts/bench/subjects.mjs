import functional from 'eslint-plugin-functional';
import reactHooks from 'eslint-plugin-react-hooks';
import stateless from 'eslint-plugin-stateless';
import unicorn from 'eslint-plugin-unicorn';

const ours = Object.keys(stateless.configs.strict.rules);

export const plugins = { stateless, unicorn, functional, 'react-hooks': reactHooks };

/** What is compared, with the rules that it is made of. The first rule of this plugin pays for the analysis that all share: they count as one. */
export const subjects = [
  { name: 'this plugin, all rules', rules: ours, isOurs: true },
  { name: 'no-unused-vars', rules: ['no-unused-vars'] },
  { name: 'require-atomic-updates', rules: ['require-atomic-updates'] },
  { name: 'react-hooks/globals', rules: ['react-hooks/globals'] },
  { name: 'unicorn/no-top-level-assignment-in-function', rules: ['unicorn/no-top-level-assignment-in-function'] },
  { name: 'functional/no-let', rules: ['functional/no-let'] },
];

export const ourRules = stateless.configs.strict.rules;
