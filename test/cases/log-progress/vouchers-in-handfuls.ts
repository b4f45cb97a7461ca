import { allMembers, handVoucher, priceOf, updateMember } from './members';

// Nobody can tell later who has got a voucher.
export const handler = async () => {
  for await (const handful of allMembers()) {
    await Promise.all(handful.map((member) => handVoucher(member.id)));
    console.log('vouchers handed out', { lastMemberId: handful.at(-1)!.id }); // flag: no-log-progress
  }
};

// Each member's own row says what is done.
export const renew = async () => {
  for await (const handful of allMembers()) {
    await Promise.all(handful.map((member) => updateMember(member.id, { renewed: true })));
    console.log('members renewed', { lastMemberId: handful.at(-1)!.id });
  }
};
