-- A message that failed may be sent again once, when staff decide so; what comes of it is told to the mailing's owner as a late outcome.
alter table mail_message add column again_at timestamptz;
