-- An objection that gives none of the grounds its policy asks for can be decided only once these can no longer follow: its answer is due on the
-- day after at the earliest.
update objection o
   set due_at = (date_trunc('day', o.window_closes_at at time zone (p.policy ->> 'zone')) + interval '1 day') at time zone (p.policy ->> 'zone')
  from register_policy p
 where p.register = o.register and p.version = o.policy_version
   and (p.policy ->> 'groundsRequired')::boolean
   and o.state = 'ASSESSMENT' and o.settled_at is null
   and o.filing ->> 'grounds' = 'NOT_GIVEN'
   and (date_trunc('day', o.window_closes_at at time zone (p.policy ->> 'zone')) + interval '1 day') at time zone (p.policy ->> 'zone') > o.due_at;
