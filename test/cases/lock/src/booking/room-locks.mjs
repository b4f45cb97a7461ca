const locks = Object.create(null); // flag: no-memory-lock

export async function withRoom(room, work) {
  if (room in locks) {
    throw Object.assign(new Error(`room ${room} is being booked`), { status: 409 });
  }
  locks[room] = true;
  try {
    return await work();
  } finally {
    delete locks[room];
  }
}

export const isRoomFree = (room) => !(room in locks);
