/**
 * Methods that put a value on the object they are called on, as data.
 *
 * Sources: the APIs of the AWS SDK, googleapis, Powertools, pino, i18next, axios-like clients and Spotify's, where a setter changes the
 * client for everybody who shares it.
 */

/** Setters of clients and loggers. */
export const SETTER =
  /^(set[A-Z]\w*|use(Token|Credentials|Auth\w*)|append(Persistent)?Keys|add(Persistent)?(LogAttributes|Keys|Context)|setPersistent\w+|bindings|changeLanguage|locale|authenticate|auth|login|configure|impersonate|updateToken|defaults?)$/;

/** Setters of stores, responses, spans and containers: their receiver belongs to the request, or is a store made for it. */
export const STORE_SETTER =
  /^set(Item|Ex|Px|NX|Doc|Attribute|Attributes|Tag|Tags|Status|Timeout|Interval|Immediate|Value|Values|State|Header|Headers|Cookie|Session|Object|Json|JSON|Data|Cache|Key|Record|Metric\w*|Extra|Extras|User|Context|Name|Namespace|TTL|Bit|Range|Meta|Metadata|Property|Properties|Webhook|MyCommands|ChatMenuButton|Permissions|Encoding|Date|Hours|Minutes|Seconds|Month|FullYear|Request|Response|Level|LogLevel|Locked|Mode|Type|Size|Prototype|CustomUserClaims|Online|Offline|Presence|Progress|Count|Score|Flag|Secret|Parameter|Config|Password|Rate|Lock|Limit|Blob|JSONAsync|ItemAsync|\w*(Status|Progress|State|Result|Cache|Expiry|Record|Cart|Order|Message|Profile|Preferences?|Settings|Setting|Entry|Job|Task|Metadata|Cookie|Tags?|Attributes?|Score|Count|Webhook|Flag|Value|Document|Row|Item|Items))$/;

/** Calls that take such a value back. */
export const RESETTER = /^(reset\w*|clear\w*|unset\w*|remove(Keys|Persistent\w*|Context|Header)|logout|delete\w*)$/;

/** Setters whose value is kept for logging: fine as the first statement of every invocation. */
export const LOG_KEY_SETTER = /^(append|add|set)(Persistent)?(Log)?(Keys|Attributes|Bindings|Context)$|^set(Correlation|Request|Trace)Id$/;
