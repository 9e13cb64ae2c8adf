-- DN03 People on the export side, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(distinct m.person) + coalesce(sum(m.group_heads), 0) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r3"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r2"
left join "record_overseas_site" as "r3" on "r3"."institution" = cast(? as text) and "r3"."until" is null and "r3"."code" = "r2"."site"
cross join period as p
where "r2"."institution" = cast(? as text) and "r2"."until" is null and "r2"."kind" in (?, ?) and "r3"."country" not in (?, ?) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r4"."person" as "person", coalesce("r4"."headcount", 1) as "heads", cast("r4"."headcount" as bigint) as "group_heads"
from "record_training_session" as "r4"
cross join period as p
where "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."country" not in (?, ?) and "r4"."start_day" <= "p"."last" and (coalesce("r4"."end_day", case when "r4"."start_day" >= 19966 then "r4"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r5"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r5"."person" as "person", coalesce("r5"."headcount", 1) as "heads", cast("r5"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r5"
cross join period as p
where "r5"."institution" = cast(? as text) and "r5"."until" is null and "r5"."direction" in (?, ?) and "r5"."audience" in (?, ?) and "r5"."purpose" in (?, ?) and ("r5"."virtual" is null or "r5"."virtual" not in (1)) and "r5"."country" not in (?, ?) and "r5"."start_day" <= "p"."last" and (coalesce("r5"."end_day", case when "r5"."start_day" >= 19966 then "r5"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category") as every) as lines;

-- DN03 People on the export side, as a whole and by each of its dimensions
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)), cut (place) as (values (0), (1), (2), (3), (4)), "g10" as materialized (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "by_1", case when (nullif(cast("r1"."nationality" as text), '') is null or nullif(cast("r1"."nationality" as text), '') <> ?) then coalesce("c2"."continent", 'unknown') else '\x1f' end as "by_2", nullif(cast("r1"."nationality" as text), '') as "by_3", coalesce(nullif(cast("r1"."unit" as text), ''), 'unknown') as "by_4", "p"."last" as "on_last", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
left join country as "c2" on "c2"."code" = nullif(cast("r1"."nationality" as text), '')
where "r1"."institution" = cast(? as text) and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "by_1", case when (nullif(cast("r4"."country" as text), '') is null or nullif(cast("r4"."country" as text), '') <> ?) then coalesce("c5"."continent", 'unknown') else '\x1f' end as "by_2", nullif(cast("r4"."country" as text), '') as "by_3", coalesce(nullif(cast("r3"."unit" as text), ''), 'unknown') as "by_4", "p"."last" as "on_last", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r3"
left join "record_overseas_site" as "r4" on "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."code" = "r3"."site"
cross join period as p
left join country as "c5" on "c5"."code" = nullif(cast("r4"."country" as text), '')
where "r3"."institution" = cast(? as text) and "r3"."until" is null and "r3"."kind" in (?, ?) and "r4"."country" not in (?, ?) and "r3"."start_day" <= "p"."last" and (coalesce("r3"."end_day", case when "r3"."start_day" >= 19966 then "r3"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r6"."country" as text), ''), 'unknown') as "by_1", case when (nullif(cast("r6"."country" as text), '') is null or nullif(cast("r6"."country" as text), '') <> ?) then coalesce("c7"."continent", 'unknown') else '\x1f' end as "by_2", nullif(cast("r6"."country" as text), '') as "by_3", coalesce(nullif(cast("r6"."unit" as text), ''), 'unknown') as "by_4", "p"."last" as "on_last", "r6"."person" as "person", coalesce("r6"."headcount", 1) as "heads", cast("r6"."headcount" as bigint) as "group_heads"
from "record_training_session" as "r6"
cross join period as p
left join country as "c7" on "c7"."code" = nullif(cast("r6"."country" as text), '')
where "r6"."institution" = cast(? as text) and "r6"."until" is null and "r6"."country" not in (?, ?) and "r6"."start_day" <= "p"."last" and (coalesce("r6"."end_day", case when "r6"."start_day" >= 19966 then "r6"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r8"."country" as text), ''), 'unknown') as "by_1", case when (nullif(cast("r8"."country" as text), '') is null or nullif(cast("r8"."country" as text), '') <> ?) then coalesce("c9"."continent", 'unknown') else '\x1f' end as "by_2", nullif(cast("r8"."country" as text), '') as "by_3", coalesce(nullif(cast("r8"."unit" as text), ''), 'unknown') as "by_4", "p"."last" as "on_last", "r8"."person" as "person", coalesce("r8"."headcount", 1) as "heads", cast("r8"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r8"
cross join period as p
left join country as "c9" on "c9"."code" = nullif(cast("r8"."country" as text), '')
where "r8"."institution" = cast(? as text) and "r8"."until" is null and "r8"."direction" in (?, ?) and "r8"."audience" in (?, ?) and "r8"."purpose" in (?, ?) and ("r8"."virtual" is null or "r8"."virtual" not in (1)) and "r8"."country" not in (?, ?) and "r8"."start_day" <= "p"."last" and (coalesce("r8"."end_day", case when "r8"."start_day" >= 19966 then "r8"."start_day" else 19966 end) >= "p"."first")) select cut.place, case when cut.place = 3 then (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(distinct m.person) + coalesce(sum(m.group_heads), 0) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select g.*, case when "g"."by_3" = '\x1f' then null else coalesce("b"."bloc", 'unknown') end as category
from "g10" as g
left join bloc_membership as "b" on "b"."country" = "g"."by_3" and "b"."from_day" <= "g"."on_last" and ("b"."to_day" is null or "b"."to_day" >= "g"."on_last")
where ("g"."by_3" = '\x1f' or ("b"."bloc" is not null or "g"."by_3" is null or "g"."by_3" = 'unknown'))) as m
group by "m"."year", "m"."category") as every) else (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(distinct m.person) + coalesce(sum(m.group_heads), 0) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select g.*, case cut.place when 1 then "g"."by_1" when 2 then "g"."by_2" when 4 then "g"."by_4" end as category
from "g10" as g
where (cut.place <> 2 or "g"."by_2" is null or "g"."by_2" <> '\x1f')) as m
group by "m"."year", "m"."category") as every) end as lines
from cut;

-- IN04 Share of introduced courses, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r1"
left join "record_programme" as "r2" on "r2"."institution" = cast(? as text) and "r2"."until" is null and "r2"."code" = "r1"."programme"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and "r2"."kind" in (?, ?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and ("r2"."from_day" is null or "r2"."from_day" <= "p"."day") and ("r2"."to_day" is null or "r2"."to_day" >= "p"."day") and "r1"."introduced" in (1, 1)) as m
group by "m"."year", "m"."category") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('denominator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r3"
left join "record_programme" as "r4" on "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."code" = "r3"."programme"
cross join period as p
where "r3"."institution" = cast(? as text) and "r3"."until" is null and "r4"."kind" in (?, ?) and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day") and ("r4"."from_day" is null or "r4"."from_day" <= "p"."day") and ("r4"."to_day" is null or "r4"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category") as every) as lines;

-- IN17.outbound Outbound mobility ratio, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(distinct m.person) + coalesce(sum(m.group_heads), 0) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and "r1"."direction" in (?, ?) and "r1"."audience" in (?, ?) and "r1"."purpose" in (?, ?) and ("r1"."virtual" is null or "r1"."virtual" not in (1)) and "r1"."country" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('denominator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(distinct m.person) + coalesce(sum(m.group_heads), 0) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", cast(null as text) as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r2"
cross join period as p
where "r2"."institution" = cast(? as text) and "r2"."until" is null and ("r2"."kind" is null or "r2"."kind" not in (?)) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category") as every) as lines;

-- EX07 Training of persons from abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(sum("m"."value") as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast(((case when "p"."last" < "r1"."start_day" then 0 else (cast("r1"."training_days" as bigint) * 2 * (case when "p"."last" >= coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - "r1"."start_day" + 1) + ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) - 1) / ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) end) - (case when "p"."first" - 1 < "r1"."start_day" then 0 else (cast("r1"."training_days" as bigint) * 2 * (case when "p"."first" - 1 >= coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."first" - 1 end - "r1"."start_day" + 1) + ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) - 1) / ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) end)) as bigint) * coalesce("r1"."headcount", 1) as "value"
from "record_training_session" as "r1"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and "r1"."country" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category") as every) as lines;

-- EX20.new Resources adopted abroad (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(distinct "m"."value") as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."resource" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_resource" as "r4" on "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."code" = "r1"."resource"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and "r4"."origin" in (?, ?) and ("r4"."kind" is null or "r4"."kind" not in (?)) and "r1"."country" not in (?, ?, ?, ?, ?) and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."resource" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) <= coalesce("r2"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) else coalesce("r2"."registered_on_day", 9999999) end) <= coalesce("r2"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) <= coalesce("r2"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) else coalesce("r2"."registered_on_day", 9999999) end) else coalesce("r2"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) <= coalesce("r2"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) else coalesce("r2"."registered_on_day", 9999999) end) <= coalesce("r2"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) <= coalesce("r2"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) else coalesce("r2"."registered_on_day", 9999999) end) else coalesce("r2"."in_system_on_day", 9999999) end), 9999999), coalesce("r2"."first_day", -9999999), "r2"."key") as place
from "record_adoption" as "r2"
left join "record_resource" as "r3" on "r3"."institution" = cast(? as text) and "r3"."until" is null and "r3"."code" = "r2"."resource"
where "r2"."institution" = cast(? as text) and "r2"."until" is null and "r3"."origin" in (?, ?) and ("r3"."kind" is null or "r3"."kind" not in (?)) and "r2"."country" not in (?, ?, ?, ?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) <= coalesce("r2"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) else coalesce("r2"."registered_on_day", 9999999) end) <= coalesce("r2"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) <= coalesce("r2"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r2"."adopted_on_day", 9999999) then 9999999 else coalesce("r2"."adopted_on_day", 9999999) end) else coalesce("r2"."registered_on_day", 9999999) end) else coalesce("r2"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category") as every) as lines;

-- ST08 Evidence coverage of adoptions, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = cast(? as text) and "r2"."until" is null and "r2"."code" = "r1"."standard"
left join "record_resource" as "r3" on "r3"."institution" = cast(? as text) and "r3"."until" is null and "r3"."code" = "r1"."resource"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and (("r2"."direction" in (?, ?)) or ("r3"."origin" in (?, ?))) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day") and (p.year, "r1"."key") in (select p.year, "r4"."record"
from "record_evidence" as "r4"
cross join period as p
where "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."record" is not null and "r4"."record_type" in (?, ?) and "r4"."issued_on_day" <= "p"."day" and ("r4"."expires_on_day" is null or "r4"."expires_on_day" >= "p"."day")
group by p.year, "r4"."record" having count(*) >= 1)) as m
group by "m"."year", "m"."category") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('denominator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r5"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_adoption" as "r5"
left join "record_standard" as "r6" on "r6"."institution" = cast(? as text) and "r6"."until" is null and "r6"."code" = "r5"."standard"
left join "record_resource" as "r7" on "r7"."institution" = cast(? as text) and "r7"."until" is null and "r7"."code" = "r5"."resource"
cross join period as p
where "r5"."institution" = cast(? as text) and "r5"."until" is null and (("r6"."direction" in (?, ?)) or ("r7"."origin" in (?, ?))) and nullif((case when (case when (case when 9999999 <= coalesce("r5"."adopted_on_day", 9999999) then 9999999 else coalesce("r5"."adopted_on_day", 9999999) end) <= coalesce("r5"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r5"."adopted_on_day", 9999999) then 9999999 else coalesce("r5"."adopted_on_day", 9999999) end) else coalesce("r5"."registered_on_day", 9999999) end) <= coalesce("r5"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r5"."adopted_on_day", 9999999) then 9999999 else coalesce("r5"."adopted_on_day", 9999999) end) <= coalesce("r5"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r5"."adopted_on_day", 9999999) then 9999999 else coalesce("r5"."adopted_on_day", 9999999) end) else coalesce("r5"."registered_on_day", 9999999) end) else coalesce("r5"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r5"."lapsed_on_day" is null or "r5"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category") as every) as lines;

-- ST10 Equivalent units, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard_unit" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = cast(? as text) and "r2"."until" is null and "r2"."code" = "r1"."standard"
left join "record_standard_version" as "r3" on "r3"."institution" = cast(? as text) and "r3"."until" is null and "r3"."standard" = "r1"."standard" and "r3"."version" = "r1"."version" and "r3"."key" = (select min("r4"."key")
from "record_standard_version" as "r4"
where "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."standard" = "r1"."standard" and "r4"."version" = "r1"."version")
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and "r2"."direction" in (?, ?) and nullif(cast("r3"."from_day" as text), '') is not null and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day") and (p.year, "r1"."standard", "r1"."version", "r1"."code") in (select p.year, "r5"."standard", "r5"."version", "r5"."unit_code"
from "record_standard_mapping" as "r5"
cross join period as p
where "r5"."institution" = cast(? as text) and "r5"."until" is null and "r5"."standard" is not null and "r5"."version" is not null and "r5"."unit_code" is not null and "r5"."relation" in (?, ?) and "r5"."assessed_on_day" <= "p"."day"
group by p.year, "r5"."standard", "r5"."version", "r5"."unit_code" having count(*) >= 1)) as m
group by "m"."year", "m"."category") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('denominator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r7"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard_unit" as "r6"
left join "record_standard" as "r7" on "r7"."institution" = cast(? as text) and "r7"."until" is null and "r7"."code" = "r6"."standard"
left join "record_standard_version" as "r8" on "r8"."institution" = cast(? as text) and "r8"."until" is null and "r8"."standard" = "r6"."standard" and "r8"."version" = "r6"."version" and "r8"."key" = (select min("r9"."key")
from "record_standard_version" as "r9"
where "r9"."institution" = cast(? as text) and "r9"."until" is null and "r9"."standard" = "r6"."standard" and "r9"."version" = "r6"."version")
cross join period as p
where "r6"."institution" = cast(? as text) and "r6"."until" is null and "r7"."direction" in (?, ?) and nullif(cast("r8"."from_day" as text), '') is not null and ("r8"."from_day" is null or "r8"."from_day" <= "p"."day") and ("r8"."to_day" is null or "r8"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category") as every) as lines;

-- PF03 Active agreement rate, by country
with period ("year", "first", "last", "day", "class", "first_class", "trailing_12") as (values (2023, 19601, 19966, 19966, 2024, 2024, 19601)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_agreement" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = cast(? as text) and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and (((p.year, "r1"."partner") in (select p.year, "r3"."partner"
from "record_mobility" as "r3"
cross join period as p
where "r3"."institution" = cast(? as text) and "r3"."until" is null and "r3"."partner" is not null and "r3"."start_day" <= "p"."day" and (coalesce("r3"."end_day", case when "r3"."start_day" >= 19966 then "r3"."start_day" else 19966 end) >= "p"."trailing_12")
group by p.year, "r3"."partner" having count(*) >= 1)) or ((p.year, "r1"."partner") in (select p.year, "r4"."sponsor"
from "record_training_session" as "r4"
cross join period as p
where "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."sponsor" is not null and "r4"."start_day" <= "p"."day" and (coalesce("r4"."end_day", case when "r4"."start_day" >= 19966 then "r4"."start_day" else 19966 end) >= "p"."trailing_12")
group by p.year, "r4"."sponsor" having count(*) >= 1)) or ((p.year, "r1"."partner") in (select p.year, "r5"."partner"
from "record_placement" as "r5"
cross join period as p
where "r5"."institution" = cast(? as text) and "r5"."until" is null and "r5"."partner" is not null and "r5"."start_day" <= "p"."day" and (coalesce("r5"."end_day", case when "r5"."start_day" >= 19966 then "r5"."start_day" else 19966 end) >= "p"."trailing_12")
group by p.year, "r5"."partner" having count(*) >= 1)) or ((p.year, "r1"."partner") in (select p.year, "r6"."partner"
from "record_event" as "r6"
cross join period as p
where "r6"."institution" = cast(? as text) and "r6"."until" is null and "r6"."partner" is not null and "r6"."start_day" <= "p"."day" and (coalesce("r6"."end_day", "r6"."start_day") >= "p"."trailing_12")
group by p.year, "r6"."partner" having count(*) >= 1)))) as m
group by "m"."year", "m"."category") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('denominator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r8"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_agreement" as "r7"
left join "record_partner" as "r8" on "r8"."institution" = cast(? as text) and "r8"."until" is null and "r8"."code" = "r7"."partner"
cross join period as p
where "r7"."institution" = cast(? as text) and "r7"."until" is null and ("r7"."from_day" is null or "r7"."from_day" <= "p"."day") and ("r7"."to_day" is null or "r7"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category") as every) as lines;

-- PF09 Outputs per platform, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(distinct "m"."value") as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", (coalesce(cast("r1"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast("r1"."session" as text), '')) as "value"
from "record_training_session" as "r1"
left join "record_platform" as "r2" on "r2"."institution" = cast(? as text) and "r2"."until" is null and "r2"."code" = "r1"."platform"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and nullif(cast("r1"."platform" as text), '') is not null and ("r2"."founded_on_day" <= "p"."day" and ("r2"."closed_on_day" is null or "r2"."closed_on_day" >= "p"."day")) and "r1"."start_day" between "p"."first" and "p"."last"
union all select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads", (coalesce(cast("r3"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast((coalesce(cast("r3"."partner" as text), '') || cast(? as text) || coalesce(cast("r3"."country" as text), '') || cast(? as text) || coalesce(cast("r3"."start_day" as text), '')) as text), '')) as "value"
from "record_mobility" as "r3"
left join "record_platform" as "r4" on "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."code" = "r3"."platform"
cross join period as p
where "r3"."institution" = cast(? as text) and "r3"."until" is null and nullif(cast("r3"."platform" as text), '') is not null and ("r4"."founded_on_day" <= "p"."day" and ("r4"."closed_on_day" is null or "r4"."closed_on_day" >= "p"."day")) and "r3"."start_day" between "p"."first" and "p"."last"
union all select "p"."year" as "year", coalesce(nullif(cast("r6"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r5"."person" as "person", coalesce("r5"."headcount", 1) as "heads", cast("r5"."headcount" as bigint) as "group_heads", (coalesce(cast("r5"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast((coalesce(cast("r5"."partner" as text), '') || cast(? as text) || coalesce(cast("r5"."country" as text), '') || cast(? as text) || coalesce(cast("r5"."start_day" as text), '')) as text), '')) as "value"
from "record_placement" as "r5"
left join "record_platform" as "r6" on "r6"."institution" = cast(? as text) and "r6"."until" is null and "r6"."code" = "r5"."platform"
cross join period as p
where "r5"."institution" = cast(? as text) and "r5"."until" is null and nullif(cast("r5"."platform" as text), '') is not null and ("r6"."founded_on_day" <= "p"."day" and ("r6"."closed_on_day" is null or "r6"."closed_on_day" >= "p"."day")) and "r5"."start_day" between "p"."first" and "p"."last"
union all select "p"."year" as "year", coalesce(nullif(cast("r8"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r7"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast("r7"."code" as text), '')) as "value"
from "record_event" as "r7"
left join "record_platform" as "r8" on "r8"."institution" = cast(? as text) and "r8"."until" is null and "r8"."code" = "r7"."platform"
cross join period as p
where "r7"."institution" = cast(? as text) and "r7"."until" is null and nullif(cast("r7"."platform" as text), '') is not null and ("r8"."founded_on_day" <= "p"."day" and ("r8"."closed_on_day" is null or "r8"."closed_on_day" >= "p"."day")) and "r7"."start_day" between "p"."first" and "p"."last"
union all select "p"."year" as "year", coalesce(nullif(cast("r10"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r9"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast("r9"."key" as text), '')) as "value"
from "record_adoption" as "r9"
left join "record_platform" as "r10" on "r10"."institution" = cast(? as text) and "r10"."until" is null and "r10"."code" = "r9"."platform"
cross join period as p
where "r9"."institution" = cast(? as text) and "r9"."until" is null and nullif(cast("r9"."platform" as text), '') is not null and ("r10"."founded_on_day" <= "p"."day" and ("r10"."closed_on_day" is null or "r10"."closed_on_day" >= "p"."day")) and "r9"."adopted_on_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('denominator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r11"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_platform" as "r11"
cross join period as p
where "r11"."institution" = cast(? as text) and "r11"."until" is null and "r11"."founded_on_day" <= "p"."day" and ("r11"."closed_on_day" is null or "r11"."closed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category") as every) as lines;

-- SK05 X-certificate pass rate (first attempt), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(sum("m"."heads") as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r1"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and "r1"."phase" in (?, ?) and nullif(cast("r1"."certificate_level" as text), '') is not null and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."person" as text), '')), (coalesce(cast("r2"."instrument" as text), '')), (coalesce(cast("r2"."version" as text), '')), (coalesce(cast("r2"."certificate_level" as text), ''))
order by case when "r2"."attempt" is null then 0 else 1 end, "r2"."attempt", coalesce("r2"."first_day", -9999999), coalesce("r2"."attempt", -1), "r2"."key") as place
from "record_assessment_result" as "r2"
where "r2"."institution" = cast(? as text) and "r2"."until" is null and "r2"."phase" in (?, ?) and nullif(cast("r2"."certificate_level" as text), '') is not null) as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."passed" in (1, 1)) as m
group by "m"."year", "m"."category") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('denominator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(sum("m"."heads") as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r3"
cross join period as p
where "r3"."institution" = cast(? as text) and "r3"."until" is null and "r3"."phase" in (?, ?) and nullif(cast("r3"."certificate_level" as text), '') is not null and "r3"."key" in (select ranked.key
from (select "r4"."key" as key, row_number() over (partition by (coalesce(cast("r4"."person" as text), '')), (coalesce(cast("r4"."instrument" as text), '')), (coalesce(cast("r4"."version" as text), '')), (coalesce(cast("r4"."certificate_level" as text), ''))
order by case when "r4"."attempt" is null then 0 else 1 end, "r4"."attempt", coalesce("r4"."first_day", -9999999), coalesce("r4"."attempt", -1), "r4"."key") as place
from "record_assessment_result" as "r4"
where "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."phase" in (?, ?) and nullif(cast("r4"."certificate_level" as text), '') is not null) as ranked
where ranked.place = 1) and "r3"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category") as every) as lines;

-- SK09 Competency attainment, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('competent' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast("m"."unit_key" as text), '') || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(sum("m"."heads") as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r6"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r6"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r6"."standard" as text), '') || cast(? as text) || coalesce(cast("r6"."standard_version" as text), '')) as "version_key", (coalesce(cast("r6"."standard" as text), '') || cast(? as text) || coalesce(cast("r6"."standard_version" as text), '') || cast(? as text) || coalesce(cast("r6"."standard_unit" as text), '')) as "unit_key"
from "record_assessment_result" as "r6"
cross join period as p
where "r6"."institution" = cast(? as text) and "r6"."until" is null and nullif(cast("r6"."standard_unit" as text), '') is not null and (p.year, "r6"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r7"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r7"."person" as text), '')), (coalesce(cast("r7"."standard" as text), '')), (coalesce(cast("r7"."standard_version" as text), '')), (coalesce(cast("r7"."standard_unit" as text), ''))
order by case when "r7"."date_day" is null then 0 else 1 end desc, "r7"."date_day" desc, coalesce("r7"."last_day", 9999999) desc, coalesce("r7"."attempt", -1) desc, "r7"."key") as place
from "record_assessment_result" as "r7"
cross join period as p
where "r7"."institution" = cast(? as text) and "r7"."until" is null and nullif(cast("r7"."standard_unit" as text), '') is not null and "r7"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r6"."date_day" between "p"."first" and "p"."last" and "r6"."competent" in (1, 1)) as m
group by "m"."year", "m"."category", "m"."unit_key") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('assessed' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast("m"."unit_key" as text), '') || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(sum("m"."heads") as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r8"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r8"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r8"."standard" as text), '') || cast(? as text) || coalesce(cast("r8"."standard_version" as text), '')) as "version_key", (coalesce(cast("r8"."standard" as text), '') || cast(? as text) || coalesce(cast("r8"."standard_version" as text), '') || cast(? as text) || coalesce(cast("r8"."standard_unit" as text), '')) as "unit_key"
from "record_assessment_result" as "r8"
cross join period as p
where "r8"."institution" = cast(? as text) and "r8"."until" is null and nullif(cast("r8"."standard_unit" as text), '') is not null and (p.year, "r8"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r9"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r9"."person" as text), '')), (coalesce(cast("r9"."standard" as text), '')), (coalesce(cast("r9"."standard_version" as text), '')), (coalesce(cast("r9"."standard_unit" as text), ''))
order by case when "r9"."date_day" is null then 0 else 1 end desc, "r9"."date_day" desc, coalesce("r9"."last_day", 9999999) desc, coalesce("r9"."attempt", -1) desc, "r9"."key") as place
from "record_assessment_result" as "r9"
cross join period as p
where "r9"."institution" = cast(? as text) and "r9"."until" is null and nullif(cast("r9"."standard_unit" as text), '') is not null and "r9"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r8"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."unit_key") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('version' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast("m"."version_key" as text), '') || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(distinct m.person) + coalesce(sum(m.group_heads), 0) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select *
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r2"."standard" as text), '') || cast(? as text) || coalesce(cast("r2"."standard_version" as text), '')) as "version_key", (coalesce(cast("r2"."standard" as text), '') || cast(? as text) || coalesce(cast("r2"."standard_version" as text), '') || cast(? as text) || coalesce(cast("r2"."standard_unit" as text), '')) as "unit_key"
from "record_assessment_result" as "r2"
cross join period as p
where "r2"."institution" = cast(? as text) and "r2"."until" is null and nullif(cast("r2"."standard_unit" as text), '') is not null and (p.year, "r2"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r3"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r3"."person" as text), '')), (coalesce(cast("r3"."standard" as text), '')), (coalesce(cast("r3"."standard_version" as text), '')), (coalesce(cast("r3"."standard_unit" as text), ''))
order by case when "r3"."date_day" is null then 0 else 1 end desc, "r3"."date_day" desc, coalesce("r3"."last_day", 9999999) desc, coalesce("r3"."attempt", -1) desc, "r3"."key") as place
from "record_assessment_result" as "r3"
cross join period as p
where "r3"."institution" = cast(? as text) and "r3"."until" is null and nullif(cast("r3"."standard_unit" as text), '') is not null and "r3"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r2"."date_day" between "p"."first" and "p"."last") as every
where every.unit_key in (select (coalesce(cast("r4"."standard" as text), '') || cast(? as text) || coalesce(cast("r4"."version" as text), '') || cast(? as text) || coalesce(cast("r4"."code" as text), ''))
from "record_standard_unit" as "r4"
where "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."weight" > 0) or every.version_key not in (select (coalesce(cast("r5"."standard" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), ''))
from "record_standard_unit" as "r5"
where "r5"."institution" = cast(? as text) and "r5"."until" is null and "r5"."weight" > 0)) as m
group by "m"."year", "m"."category", "m"."version_key") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('whole' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(sum("m"."heads") as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select "p"."year" as "year", coalesce(nullif(cast("r10"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r10"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r10"."standard" as text), '') || cast(? as text) || coalesce(cast("r10"."standard_version" as text), '')) as "version_key", (coalesce(cast("r10"."standard" as text), '') || cast(? as text) || coalesce(cast("r10"."standard_version" as text), '') || cast(? as text) || coalesce(cast("r10"."standard_unit" as text), '')) as "unit_key"
from "record_assessment_result" as "r10"
cross join period as p
where "r10"."institution" = cast(? as text) and "r10"."until" is null and nullif(cast("r10"."standard_unit" as text), '') is not null and (p.year, "r10"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r11"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r11"."person" as text), '')), (coalesce(cast("r11"."standard" as text), '')), (coalesce(cast("r11"."standard_version" as text), '')), (coalesce(cast("r11"."standard_unit" as text), ''))
order by case when "r11"."date_day" is null then 0 else 1 end desc, "r11"."date_day" desc, coalesce("r11"."last_day", 9999999) desc, coalesce("r11"."attempt", -1) desc, "r11"."key") as place
from "record_assessment_result" as "r11"
cross join period as p
where "r11"."institution" = cast(? as text) and "r11"."until" is null and nullif(cast("r11"."standard_unit" as text), '') is not null and "r11"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r10"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('weight' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast("m"."unit_key" as text), '') || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(max("m"."weight") as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select p.year as year, cast(null as text) as category, cast(null as text) as across, cast(null as text) as person, cast(null as bigint) as group_heads, (coalesce(cast("r1"."standard" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '') || cast(? as text) || coalesce(cast("r1"."code" as text), '')) as unit_key, "r1"."weight" as weight
from "record_standard_unit" as "r1"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null) as m
group by "m"."year", "m"."category", "m"."unit_key") as every) as lines;

-- SK11 Mean pre/post gain, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(sum("m"."gain") as text), '') || '\x1d' || coalesce(cast(sum("m"."room") as text), '') || '\x1d' || coalesce(cast(sum("m"."gain" * "m"."gain") as text), '') || '\x1d' || coalesce(cast(min("m"."scale") as text), '') || '\x1d' || coalesce(cast(max("m"."scale") as text), '') as line
from (select a.year, "a"."category", "a"."across", "a"."person", "a"."heads", "a"."group_heads", a.value - b.value as gain, b.most - b.value as room, a.scale as scale
from (with made as materialized (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r1"."person" as text), '') || cast(? as text) || coalesce(cast("r1"."instrument" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '')) as "pair_key", cast("r1"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r1"."instrument" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '')) as "scale", "r1"."date_day" as "held_on"
from "record_assessment_result" as "r1"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and "r1"."phase" in (?, ?) and nullif(cast("r1"."raw" as text), '') is not null and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."person" as text), '')), (coalesce(cast("r2"."instrument" as text), '')), (coalesce(cast("r2"."version" as text), '')), (coalesce(cast("r2"."phase" as text), ''))
order by case when "r2"."attempt" is null then 0 else 1 end, "r2"."attempt", coalesce("r2"."first_day", -9999999), coalesce("r2"."attempt", -1), "r2"."key") as place
from "record_assessment_result" as "r2"
where "r2"."institution" = cast(? as text) and "r2"."until" is null and "r2"."phase" in (?, ?) and nullif(cast("r2"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."phase" in (?, ?)) select *
from made) as a join (with made as materialized (select cast(null as text) as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r3"."person" as text), '') || cast(? as text) || coalesce(cast("r3"."instrument" as text), '') || cast(? as text) || coalesce(cast("r3"."version" as text), '')) as "pair_key", cast("r3"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r3"."instrument" as text), '') || cast(? as text) || coalesce(cast("r3"."version" as text), '')) as "scale", "r3"."date_day" as "held_on"
from "record_assessment_result" as "r3"
where "r3"."institution" = cast(? as text) and "r3"."until" is null and "r3"."phase" in (?, ?) and nullif(cast("r3"."raw" as text), '') is not null and "r3"."key" in (select ranked.key
from (select "r4"."key" as key, row_number() over (partition by (coalesce(cast("r4"."person" as text), '')), (coalesce(cast("r4"."instrument" as text), '')), (coalesce(cast("r4"."version" as text), '')), (coalesce(cast("r4"."phase" as text), ''))
order by case when "r4"."attempt" is null then 0 else 1 end, "r4"."attempt", coalesce("r4"."first_day", -9999999), coalesce("r4"."attempt", -1), "r4"."key") as place
from "record_assessment_result" as "r4"
where "r4"."institution" = cast(? as text) and "r4"."until" is null and "r4"."phase" in (?, ?) and nullif(cast("r4"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r3"."phase" in (?, ?)) select *
from made) as b on a.pair_key = b.pair_key
where 1 = 1) as m
group by "m"."year", "m"."category") as every) as lines
union all select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('lost' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select b.year, "b"."category", "b"."across", "b"."person", "b"."heads", "b"."group_heads"
from (select "p"."year" as "year", coalesce(nullif(cast("r5"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r5"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r5"."person" as text), '') || cast(? as text) || coalesce(cast("r5"."instrument" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), '')) as "pair_key", cast("r5"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r5"."instrument" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), '')) as "scale", "r5"."date_day" as "held_on"
from "record_assessment_result" as "r5"
cross join period as p
where "r5"."institution" = cast(? as text) and "r5"."until" is null and "r5"."phase" in (?, ?) and nullif(cast("r5"."raw" as text), '') is not null and "r5"."key" in (select ranked.key
from (select "r6"."key" as key, row_number() over (partition by (coalesce(cast("r6"."person" as text), '')), (coalesce(cast("r6"."instrument" as text), '')), (coalesce(cast("r6"."version" as text), '')), (coalesce(cast("r6"."phase" as text), ''))
order by case when "r6"."attempt" is null then 0 else 1 end, "r6"."attempt", coalesce("r6"."first_day", -9999999), coalesce("r6"."attempt", -1), "r6"."key") as place
from "record_assessment_result" as "r6"
where "r6"."institution" = cast(? as text) and "r6"."until" is null and "r6"."phase" in (?, ?) and nullif(cast("r6"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r5"."date_day" between "p"."first" and "p"."last" and "r5"."phase" in (?, ?)) as b join period as p on p.year = b.year
left join (select pair_key, min(held_on) as held_on
from (select cast(null as text) as "category", cast(null as text) as "across", "r7"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r7"."person" as text), '') || cast(? as text) || coalesce(cast("r7"."instrument" as text), '') || cast(? as text) || coalesce(cast("r7"."version" as text), '')) as "pair_key", cast("r7"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r7"."instrument" as text), '') || cast(? as text) || coalesce(cast("r7"."version" as text), '')) as "scale", "r7"."date_day" as "held_on"
from "record_assessment_result" as "r7"
where "r7"."institution" = cast(? as text) and "r7"."until" is null and "r7"."phase" in (?, ?) and nullif(cast("r7"."raw" as text), '') is not null and "r7"."key" in (select ranked.key
from (select "r8"."key" as key, row_number() over (partition by (coalesce(cast("r8"."person" as text), '')), (coalesce(cast("r8"."instrument" as text), '')), (coalesce(cast("r8"."version" as text), '')), (coalesce(cast("r8"."phase" as text), ''))
order by case when "r8"."attempt" is null then 0 else 1 end, "r8"."attempt", coalesce("r8"."first_day", -9999999), coalesce("r8"."attempt", -1), "r8"."key") as place
from "record_assessment_result" as "r8"
where "r8"."institution" = cast(? as text) and "r8"."until" is null and "r8"."phase" in (?, ?) and nullif(cast("r8"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r7"."phase" in (?, ?)) as every
group by pair_key) as a on a.pair_key = b.pair_key
where a.held_on is null or a.held_on > "p"."last") as m
group by "m"."year", "m"."category") as every) as lines;

-- SK18.median Monthly pay (median), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(null as integer) as place, (select string_agg(line, '\x1e')
from (select coalesce(cast('numerator' as text), '') || '\x1d' || coalesce(cast("m"."year" as text), '') || '\x1d' || coalesce(cast("m"."category" as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(count(distinct "m"."person") as text), '') || '\x1d' || coalesce(cast(sum("m"."group_heads") as text), '') || '\x1d' || coalesce(cast(count(*) as text), '') || '\x1d' || coalesce(cast(max(case when m.place = (m.size + 1) / 2 then m.value end) as text), '') || '\x1d' || coalesce(cast(max(case when m.place = (m.size + 2) / 2 then m.value end) as text), '') || '\x1d' || '' || '\x1d' || '' || '\x1d' || '' as line
from (select every.*, row_number() over (partition by every.year, every.category
order by every.value) as place, count(*) over (partition by every.year, every.category) as size
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", "r1"."pay" as "value"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = cast(? as text) and "r1"."until" is null and "r1"."observation" in (?, ?) and nullif(cast("r1"."pay" as text), '') is not null and "r1"."class" between "p"."first_class" and "p"."class") as every
where every.value is not null) as m
group by "m"."year", "m"."category") as every) as lines;
