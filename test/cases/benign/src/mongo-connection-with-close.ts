import mongoose from 'mongoose';

let isOpen: boolean;

export const openDatabase = async (): Promise<void> => {
  if (isOpen) {
    console.info('the database is open');
    return;
  }
  await mongoose.connect(process.env.MONGO_URL!);
  isOpen = !!mongoose.connection.readyState;
};

export const closeDatabase = async (): Promise<void> => {
  if (!isOpen) return;
  try {
    await mongoose.connection.close();
  } finally {
    isOpen = false;
  }
};
