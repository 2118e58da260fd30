-- In which language a contact is written to. A message keeps the one that it was written in, whatever its contact reads later.
alter table contact add column language text not null default 'en' check (language in ('en', 'de'));
alter table subscription add column language text not null default 'en' check (language in ('en', 'de'));
alter table objection_unconfirmed add column language text not null default 'en' check (language in ('en', 'de'));
alter table mail_message add column language text not null default 'en' check (language in ('en', 'de'));

-- What a mailing says in other languages than English.
create table mail_translation (
    mailing   bigint not null references mailing,
    language  text   not null check (language in ('de')),
    subject   text   not null,
    text_part text   not null,
    html_part text,
    primary key (mailing, language)
);

alter table mail_enclosure add column language text not null default 'en' check (language in ('en', 'de'));
alter table mail_enclosure drop constraint mail_enclosure_pkey;
alter table mail_enclosure add primary key (mailing, language, ordinal);
