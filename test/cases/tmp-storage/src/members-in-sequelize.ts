import { Sequelize, DataTypes } from 'sequelize';

const sequelize = new Sequelize('sqlite:./club.sqlite'); // flag: no-tmp-storage
const Member = sequelize.define('Member', { name: DataTypes.STRING });
export const handler = async (event: { name: string }) => Member.create({ name: event.name });
