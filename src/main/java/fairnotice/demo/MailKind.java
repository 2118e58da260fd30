package fairnotice.demo;

import fairnotice.embedded.Headed;

/** For whom a message of ours is meant, as its List-Id (RFC 2919) says: {@code <opsticket.news.fairnotice>}. */
enum MailKind {
    /** A contractual notice, or mail about an objection, a termination or a refund. */
    NOTICE,
    /** To subscribers of the public list. */
    NEWSLETTER,
    /** To staff. */
    STAFF;

    static MailKind of(Headed message) {
        String list = message.headers().getOrDefault("List-Id", "");
        if (list.endsWith(".news.fairnotice>")) {
            return NEWSLETTER;
        }
        return list.endsWith(".staff.fairnotice>") ? STAFF : NOTICE;
    }
}
