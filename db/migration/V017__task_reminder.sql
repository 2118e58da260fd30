-- Of which tasks staff were reminded, how urgently; each once.
create table task_reminder (
    task   text        not null,
    stage  text        not null,
    at     timestamptz not null,
    primary key (task, stage)
);
