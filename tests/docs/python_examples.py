"""The code of docs/python.md, for the type checker: ``pytest tests/docs/test_python_page.py --accept`` writes it."""

import detente
record = detente.open("detente-demo.db", as_of="2025-12-31")
record
for silence in record.gaps("france", "RU", channel="call", level="minister", from_="2022"):
    gap = silence.gap
    print(gap.previous.date, "to", gap.following.date if gap.following else "now", gap.days_min, silence.observed.observation)
lane = record.last("FRA", "RUS", level="minister", by="office")[0]
lane.gap.previous.contact_id, lane.gap.days_min
now = record.silence("FRA", "RUS", level="minister")[0].unusual
now.standing.longer_than, now.standing.n_gaps
[(outlook.days, outlook.shares) for outlook in now.outlooks]
[str(silence.unusual.gap.dyad) for silence in record.silence()][:3]
call = record.contact("fra-rus-2024-04-03-phone")
[f"{person.person} ({person.party})" for person in call.participants]
for readout in record.readouts(call.contact_id):
    print(readout.topic, readout.reported_by, readout.denied_by)
print(record.context(call.contact_id)[0].sentence)
for judgement in record.claims(call.contact_id)[:2]:
    print(judgement.verdict, "-", judgement.claim.claim)
contacts = record.contacts("FRA", "RUS", status="held")
len(contacts), contacts[-1].date.text
frame = contacts.to_pandas()
frame.groupby("channel").size().to_dict()
int(record.gaps("FRA", "RUS", level="minister").to_pandas()["days_max"].max())
int(record.frequency("FRA", "RUS", per="year", from_="2022").to_pandas()["count"].sum())
panel = record.panel("FRA", "RUS", per="quarter", level="minister")
panel
quarters = panel.to_pandas().set_index("period")
quarters.loc["2023-Q2":"2023-Q4", "silence_max"].tolist()
panel.to_stata("panel.dta")
try:
    record.contacts("Rusia")
except detente.NotFoundError as error:
    print(error)
try:
    record.contacts(channel="smoke signals")
except detente.UsageError as error:
    print(error)
record.close()
