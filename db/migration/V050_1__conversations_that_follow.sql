-- Who got nothing in a conversation of its party answers what it got in one that goes on with it.
create index mailing_that_follows on mailing (follows_thread, follows_party) where follows_thread is not null;
