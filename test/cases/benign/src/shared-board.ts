import Chime from 'aws-sdk/clients/chime';
import { ConsoleLogger, DefaultMessagingSession, LogLevel, type Message } from 'amazon-chime-sdk-js';
import type { Board, Channel } from './board';

export class SharedBoard {
  private readonly chime = new Chime({ region: 'eu-west-1' });
  private readonly log = new ConsoleLogger('board', LogLevel.INFO);
  private session: DefaultMessagingSession | undefined;

  constructor(private readonly board: Board, private readonly channel: Channel) {}

  open = (session: DefaultMessagingSession): void => {
    this.session = session;
    void this.channel.sendMessage(this.board.encode());
  };

  receive = (message: Message): void => {
    this.log.info(message.type);
    void this.channel.sendMessage(this.board.answer(message));
  };
}
