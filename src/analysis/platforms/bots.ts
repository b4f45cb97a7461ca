/** Chats, voice assistants and the webhooks of forges. */
import type { Platform } from './form.js';
import { CONTEXT_NEXT } from './parameters.js';

export const BOTS: readonly Platform[] = [
  {
    name: 'Slack Bolt',
    forms: [
      { trigger: 'chat', routers: ['App', 'Assistant', 'WorkflowStep', 'CustomFunction'], from: ['@slack/bolt'], parameters: ['request'] },
      { trigger: 'chat', routers: ['SlackApp', 'SlackEdgeApp', 'SlackOAuthApp'], parameters: ['request'] },
      { trigger: 'chat', routers: ['createEventAdapter', 'createMessageAdapter'], from: ['@slack/'], parameters: ['request', 'platform'] },
      { trigger: 'chat', calls: ['SlackFunction'], from: ['deno-slack-sdk'], parameters: ['request'] },
    ],
  },
  {
    name: 'Telegram',
    forms: [
      {
        trigger: 'chat',
        routers: ['default', 'Telegraf', 'Composer', 'BaseScene', 'WizardScene', 'Stage'],
        from: ['telegraf'],
        parameters: CONTEXT_NEXT,
      },
      { trigger: 'chat', routers: ['Bot', 'Composer', 'Router', 'Menu'], from: ['grammy', '@grammyjs/'], parameters: CONTEXT_NEXT },
      { trigger: 'chat', calls: ['createConversation'], from: ['@grammyjs/'], parameters: ['request', 'request'] },
      {
        trigger: 'chat',
        routers: ['default', 'TelegramBot'],
        from: ['node-telegram-bot-api', 'grammyjs', 'telebot'],
        parameters: ['request', 'request'],
      },
    ],
  },
  {
    name: 'Discord',
    forms: [{ trigger: 'chat', routers: ['SlashCreator', 'InteractionHandler', 'DiscordHono'], parameters: ['request'] }],
  },
  {
    name: 'LINE',
    forms: [{ trigger: 'chat', calls: ['middleware', 'default.middleware'], from: ['@line/bot-sdk'], parameters: ['request'] }],
  },
  {
    name: 'Alexa',
    forms: [
      {
        trigger: 'chat',
        calls: ['addRequestHandlers', 'addErrorHandlers', 'addRequestInterceptors', 'addResponseInterceptors'],
        parameters: ['request', 'request'],
      },
      { trigger: 'chat', calls: ['registerHandlers'], on: /alexa|skill/i, parameters: ['request'] },
      { trigger: 'chat', keys: ['canHandle', 'handle'], parameters: ['request', 'request'] },
    ],
  },
  {
    name: 'Google Assistant',
    forms: [
      {
        trigger: 'chat',
        routers: ['dialogflow', 'conversation', 'actionssdk', 'smarthome'],
        from: ['actions-on-google', '@assistant/conversation'],
        parameters: ['request', 'request', 'request'],
      },
    ],
  },
  {
    name: 'Probot',
    forms: [
      { trigger: 'event', routers: ['Probot'], from: ['probot'], parameters: ['request'] },
      { trigger: 'event', eventTypes: ['Probot'], isSetUp: true },
    ],
  },
  {
    name: 'Octokit',
    forms: [{ trigger: 'event', routers: ['Webhooks'], from: ['@octokit/webhooks'], methods: ['on', 'onAny'], parameters: ['request'] }],
  },
];
