-- What is enclosed with every message of a mailing, as it was when the mailing was opened.

create table mail_enclosure (
    mailing      bigint  not null references mailing,
    ordinal      integer not null,
    name         text    not null,
    content_type text    not null,
    content      bytea   not null,
    primary key (mailing, ordinal)
);
-- PDFs are packed already, and calendar entries are small.
alter table mail_enclosure alter column content set storage external;
