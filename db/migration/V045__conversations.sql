-- What a mailing's conversation goes on with: who got nothing in the mailing's own yet answers what that party got in this one.
alter table mailing add column follows_thread text;
alter table mailing add column follows_party bigint;

-- The Message-ID of the recipient's own message that it answers; null for none.
alter table mail_message add column answers text;
