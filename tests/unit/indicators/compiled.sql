-- DN01 Learners enrolled, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- DN02 People bringing in, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."direction" in (?) and "r2"."purpose" in (?, ?, ?) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- DN03 People carrying out, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."nationality" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_training_session" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."country" not in (?, ?) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r3"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."direction" in (?) and "r3"."audience" in (?) and "r3"."purpose" in (?, ?) and "r3"."country" not in (?, ?) and "r3"."start_day" <= "p"."last" and (coalesce("r3"."end_day", case when "r3"."start_day" >= 19966 then "r3"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN02 Majors run jointly, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."code" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast(coalesce(nullif("r1"."major", ''), nullif("r1"."code", '')) as text), ''), 'unknown') as "value"
from "record_programme" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."kind" in (?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN03 Students in joint programmes, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19601, 19601, 2023, 2023)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."kind" in (?) and "r1"."start_day" <= "p"."day" and ("r1"."end_day" is null or "r1"."end_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN11 Visiting teachers received, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?) and "r1"."country" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN13 Teachers' study and training abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast(case when case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 > 0 then case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 else 0 end as bigint) * coalesce("r1"."headcount", 1) as "value"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?, ?, ?) and "r1"."country" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN17 Student stays abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."country" not in (?, ?) and "r1"."start_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- EX01 Full-time foreign students, one year or more, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."full_time" in (1) and coalesce("r1"."planned_days", coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) >= 365 and "r1"."nationality" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX02 Foreign students received, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX03 Programmes with foreign students, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", nullif(nullif(cast("r1"."programme" as text), ''), 'unknown') as "value"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX05 Inbound mobility rate, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19601, 19601, 2023, 2023)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first") and "r1"."nationality" not in (?, ?, ?, ?, ?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", cast(null as text) as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and ("r2"."kind" is null or "r2"."kind" not in (?)) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX07 Training of persons from abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast(((case when "p"."last" < "r1"."start_day" then 0 else (cast("r1"."training_days" as bigint) * 2 * (case when "p"."last" >= coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - "r1"."start_day" + 1) + ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) - 1) / ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) end) - (case when "p"."first" - 1 < "r1"."start_day" then 0 else (cast("r1"."training_days" as bigint) * 2 * (case when "p"."first" - 1 >= coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."first" - 1 end - "r1"."start_day" + 1) + ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) - 1) / ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) end)) as bigint) * coalesce("r1"."headcount", 1) as "value"
from "record_training_session" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX11 Teachers abroad for guidance and training, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast(case when case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 > 0 then case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 else 0 end as bigint) * coalesce("r1"."headcount", 1) as "value"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?, ?) and "r1"."country" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST01 Programme teaching standards adopted, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), 'unknown') as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r2"."type" in (?) and "r1"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST01.new Programme teaching standards adopted (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), 'unknown') as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r2"."type" in (?) and "r1"."country" not in (?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."standard" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), "r3"."first_day", "r3"."key") as place
from "record_adoption" as "r3"
left join "record_standard" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."standard"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."direction" in (?, ?) and "r4"."type" in (?) and "r3"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- ST04 Adopting countries, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."country" as text), ''), 'unknown') as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r1"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST04.new Adopting countries (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."country" as text), ''), 'unknown') as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r1"."country" not in (?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."country" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), "r3"."first_day", "r3"."key") as place
from "record_adoption" as "r3"
left join "record_standard" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."standard"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."direction" in (?, ?) and "r3"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- PF01 Cooperation platforms, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_platform" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."founded_on_day" <= "p"."day" and ("r1"."closed_on_day" is null or "r1"."closed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF05 Partner countries, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."country" as text), ''), 'unknown') as "value"
from "record_partner" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF05.new Partner countries (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."country" as text), ''), 'unknown') as "value"
from "record_partner" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?) and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."country" as text), ''))
order by case when "r2"."from_day" is null then 0 else 1 end, "r2"."from_day", "r2"."first_day", "r2"."key") as place
from "record_partner" as "r2"
where "r2"."institution" = ? and "r2"."until" is null and "r2"."country" not in (?, ?)) as ranked
where ranked.place = 1) and "r1"."from_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK01 Awards in competitions abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r1"."event" as text), '') || cast(? as text) || coalesce(cast("r1"."skill" as text), '') || cast(? as text) || coalesce(cast(coalesce(nullif("r1"."team", ''), nullif("r1"."person", '')) as text), '')) as "value"
from "record_competition_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ((nullif(cast("r1"."award" as text), '') is not null) or (nullif(cast("r1"."medal" as text), '') is not null)) and "r1"."country" not in (?, ?) and "r1"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK03 Mean WorldSkills Scale score, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, sum(m.heads) as n, sum(m.value * m.heads) as total, cast(null as bigint) as other, cast(sum(m.value * m.value * m.heads) as text) as squares, min(m.scale) as low, max(m.scale) as high
from (select *
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", cast("r1"."score" as bigint) as "value", (coalesce(cast("r1"."scale" as text), '')) as "scale"
from "record_competition_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."series" in (?) and nullif(cast("r1"."score" as text), '') is not null and nullif(cast("r1"."scale" as text), '') is not null and (p.year, "r1"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r2"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r2"."event" as text), '')), (coalesce(cast("r2"."skill" as text), '')), (coalesce(cast(coalesce(nullif("r2"."team", ''), nullif("r2"."person", '')) as text), ''))
order by case when "r2"."date_day" is null then 0 else 1 end desc, "r2"."date_day" desc, coalesce("r2"."last_day", 9999999) desc, "r2"."key") as place
from "record_competition_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."series" in (?) and nullif(cast("r2"."score" as text), '') is not null and nullif(cast("r2"."scale" as text), '') is not null and "r2"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last") as every
where every.value is not null) as m
group by "m"."year", "m"."category", "m"."across";

-- SK05 X-certificate pass rate (first attempt), by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."phase" in (?) and nullif(cast("r1"."certificate_level" as text), '') is not null and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."person" as text), '')), (coalesce(cast("r2"."instrument" as text), '')), (coalesce(cast("r2"."version" as text), '')), (coalesce(cast("r2"."certificate_level" as text), ''))
order by case when "r2"."attempt" is null then 0 else 1 end, "r2"."attempt", "r2"."first_day", coalesce("r2"."attempt", -1), "r2"."key") as place
from "record_assessment_result" as "r2"
where "r2"."institution" = ? and "r2"."until" is null and "r2"."phase" in (?) and nullif(cast("r2"."certificate_level" as text), '') is not null) as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."passed" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."phase" in (?) and nullif(cast("r3"."certificate_level" as text), '') is not null and "r3"."key" in (select ranked.key
from (select "r4"."key" as key, row_number() over (partition by (coalesce(cast("r4"."person" as text), '')), (coalesce(cast("r4"."instrument" as text), '')), (coalesce(cast("r4"."version" as text), '')), (coalesce(cast("r4"."certificate_level" as text), ''))
order by case when "r4"."attempt" is null then 0 else 1 end, "r4"."attempt", "r4"."first_day", coalesce("r4"."attempt", -1), "r4"."key") as place
from "record_assessment_result" as "r4"
where "r4"."institution" = ? and "r4"."until" is null and "r4"."phase" in (?) and nullif(cast("r4"."certificate_level" as text), '') is not null) as ranked
where ranked.place = 1) and "r3"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK05.best X-certificate pass rate (best attempt), by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."phase" in (?) and nullif(cast("r1"."certificate_level" as text), '') is not null and (p.year, "r1"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r2"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r2"."person" as text), '')), (coalesce(cast("r2"."instrument" as text), '')), (coalesce(cast("r2"."version" as text), '')), (coalesce(cast("r2"."certificate_level" as text), ''))
order by case when "r2"."passed" is null then 0 else 1 end desc, "r2"."passed" desc, "r2"."first_day", coalesce("r2"."attempt", -1), "r2"."key") as place
from "record_assessment_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."phase" in (?) and nullif(cast("r2"."certificate_level" as text), '') is not null and "r2"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."passed" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."phase" in (?) and nullif(cast("r3"."certificate_level" as text), '') is not null and (p.year, "r3"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r4"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r4"."person" as text), '')), (coalesce(cast("r4"."instrument" as text), '')), (coalesce(cast("r4"."version" as text), '')), (coalesce(cast("r4"."certificate_level" as text), ''))
order by case when "r4"."passed" is null then 0 else 1 end desc, "r4"."passed" desc, "r4"."first_day", coalesce("r4"."attempt", -1), "r4"."key") as place
from "record_assessment_result" as "r4"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and "r4"."phase" in (?) and nullif(cast("r4"."certificate_level" as text), '') is not null and "r4"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r3"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK11 Mean pre/post gain, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, count(*) as n, sum("m"."gain") as total, sum(m.room) as other, cast(sum("m"."gain" * "m"."gain") as text) as squares, min(m.scale) as low, max(m.scale) as high
from (select a.year as year, a.category as category, a.across as across, a.person as person, a.heads as heads, a.group_heads as group_heads, a.value - b.value as gain, b.most - b.value as room, a.scale as scale
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r1"."person" as text), '') || cast(? as text) || coalesce(cast("r1"."instrument" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '')) as "pair_key", cast("r1"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r1"."instrument" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '')) as "scale", "r1"."date_day" as "held_on"
from "record_assessment_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."phase" in (?, ?) and nullif(cast("r1"."raw" as text), '') is not null and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."person" as text), '')), (coalesce(cast("r2"."instrument" as text), '')), (coalesce(cast("r2"."version" as text), '')), (coalesce(cast("r2"."phase" as text), ''))
order by case when "r2"."attempt" is null then 0 else 1 end, "r2"."attempt", "r2"."first_day", coalesce("r2"."attempt", -1), "r2"."key") as place
from "record_assessment_result" as "r2"
where "r2"."institution" = ? and "r2"."until" is null and "r2"."phase" in (?, ?) and nullif(cast("r2"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."phase" in (?)) as a join (with made as materialized (select cast(null as text) as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r3"."person" as text), '') || cast(? as text) || coalesce(cast("r3"."instrument" as text), '') || cast(? as text) || coalesce(cast("r3"."version" as text), '')) as "pair_key", cast("r3"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r3"."instrument" as text), '') || cast(? as text) || coalesce(cast("r3"."version" as text), '')) as "scale", "r3"."date_day" as "held_on"
from "record_assessment_result" as "r3"
where "r3"."institution" = ? and "r3"."until" is null and "r3"."phase" in (?, ?) and nullif(cast("r3"."raw" as text), '') is not null and "r3"."key" in (select ranked.key
from (select "r4"."key" as key, row_number() over (partition by (coalesce(cast("r4"."person" as text), '')), (coalesce(cast("r4"."instrument" as text), '')), (coalesce(cast("r4"."version" as text), '')), (coalesce(cast("r4"."phase" as text), ''))
order by case when "r4"."attempt" is null then 0 else 1 end, "r4"."attempt", "r4"."first_day", coalesce("r4"."attempt", -1), "r4"."key") as place
from "record_assessment_result" as "r4"
where "r4"."institution" = ? and "r4"."until" is null and "r4"."phase" in (?, ?) and nullif(cast("r4"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r3"."phase" in (?)) select *
from made) as b on a.pair_key = b.pair_key
where 1 = 1) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select b.year as year, b.category as category, b.across as across, b.person as person, b.heads as heads, b.group_heads as group_heads
from (select "p"."year" as "year", coalesce(nullif(cast("r5"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r5"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r5"."person" as text), '') || cast(? as text) || coalesce(cast("r5"."instrument" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), '')) as "pair_key", cast("r5"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r5"."instrument" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), '')) as "scale", "r5"."date_day" as "held_on"
from "record_assessment_result" as "r5"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and "r5"."phase" in (?, ?) and nullif(cast("r5"."raw" as text), '') is not null and "r5"."key" in (select ranked.key
from (select "r6"."key" as key, row_number() over (partition by (coalesce(cast("r6"."person" as text), '')), (coalesce(cast("r6"."instrument" as text), '')), (coalesce(cast("r6"."version" as text), '')), (coalesce(cast("r6"."phase" as text), ''))
order by case when "r6"."attempt" is null then 0 else 1 end, "r6"."attempt", "r6"."first_day", coalesce("r6"."attempt", -1), "r6"."key") as place
from "record_assessment_result" as "r6"
where "r6"."institution" = ? and "r6"."until" is null and "r6"."phase" in (?, ?) and nullif(cast("r6"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r5"."date_day" between "p"."first" and "p"."last" and "r5"."phase" in (?)) as b join period as p on p.year = b.year
left join (select pair_key, min(held_on) as held_on
from (select cast(null as text) as "category", cast(null as text) as "across", "r7"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r7"."person" as text), '') || cast(? as text) || coalesce(cast("r7"."instrument" as text), '') || cast(? as text) || coalesce(cast("r7"."version" as text), '')) as "pair_key", cast("r7"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r7"."instrument" as text), '') || cast(? as text) || coalesce(cast("r7"."version" as text), '')) as "scale", "r7"."date_day" as "held_on"
from "record_assessment_result" as "r7"
where "r7"."institution" = ? and "r7"."until" is null and "r7"."phase" in (?, ?) and nullif(cast("r7"."raw" as text), '') is not null and "r7"."key" in (select ranked.key
from (select "r8"."key" as key, row_number() over (partition by (coalesce(cast("r8"."person" as text), '')), (coalesce(cast("r8"."instrument" as text), '')), (coalesce(cast("r8"."version" as text), '')), (coalesce(cast("r8"."phase" as text), ''))
order by case when "r8"."attempt" is null then 0 else 1 end, "r8"."attempt", "r8"."first_day", coalesce("r8"."attempt", -1), "r8"."key") as place
from "record_assessment_result" as "r8"
where "r8"."institution" = ? and "r8"."until" is null and "r8"."phase" in (?, ?) and nullif(cast("r8"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r7"."phase" in (?)) as every
group by pair_key) as a on a.pair_key = b.pair_key
where a.held_on is null or a.held_on > "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK15.aug Destination rate (31 August), by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."observation" in (?) and "r1"."class" between "p"."first_class" and "p"."class" and "r1"."status" in (?, ?, ?, ?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."observation" in (?) and "r2"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";

-- SK15.dec Destination rate (31 December), by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."observation" in (?) and "r1"."class" between "p"."first_class" and "p"."class" and "r1"."status" in (?, ?, ?, ?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."observation" in (?) and "r2"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";
