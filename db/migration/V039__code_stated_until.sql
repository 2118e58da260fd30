-- Until when its mail and its page say that a code is valid: in the clock the house goes by, a full minute at most before it ends.
alter table one_time_code add column stated_until timestamptz;
