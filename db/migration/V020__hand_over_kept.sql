-- That our relay accepted a message, and that a report said more of it later, are two facts: the first stays what it is.
alter table mail_message add column handed_over_at timestamptz;
alter table mail_late add column handed_over_at timestamptz;
alter table notice_contact add column handed_over_at timestamptz;
update notice_contact set handed_over_at = at where state in ('HANDED_OVER', 'DELIVERED');
