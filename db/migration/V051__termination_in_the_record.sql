-- What was chosen to end stands in the record of its case, also where it was chosen before the record said so.
insert into objection_message (objection, at, author, kind, internal, text)
select o.id, t.elected_at, 'customer:' || t.customer || '/contact:' || t.elected_by, 'ELECTED', false,
       (select string_agg('- ' || (e ->> 'order') || ': '
                          || case when jsonb_array_length(coalesce(nullif(e -> 'lines', 'null'), '[]')) = 0 then 'the whole order'
                                  else (select string_agg(line, ', ') from jsonb_array_elements_text(e -> 'lines') line) end
                          || '; last day of use ' || to_char((e ->> 'lastDay')::date, 'FMDD FMMonth YYYY')
                          || coalesce(' (' || (t.worksheet ->> 'zone') || ')', ''), E'\n' order by place)
          from jsonb_array_elements(t.worksheet -> 'elections') with ordinality chosen (e, place))
  from termination t join objection o on o.reference = t.objection
 order by t.elected_at;
