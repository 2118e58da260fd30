-- The references of payments are compared by their letters and digits alone: a hyphen, slash or dot more made another payment of one. Where two
-- were recorded so, the first keeps it.
delete from refund_payment p
 using (select ctid, row_number() over (partition by register, regexp_replace(reference, '[^[:alnum:]]', '', 'g')
                                            order by termination, reference) as n
          from refund_payment) twice
 where p.ctid = twice.ctid and twice.n > 1;

update refund_payment
   set reference = regexp_replace(reference, '[^[:alnum:]]', '', 'g')
 where reference ~ '[^[:alnum:]]' and reference ~ '[[:alnum:]]';
