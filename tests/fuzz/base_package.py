"""A small record package with something in every column: what hostile packages are made from."""

from detente.formats.package import NOTES

_URL = "https://www.defense.gouv.fr/a"

BASE: dict[str, str] = {
    "reference/parties.csv": """\
code,name,kind,ministry,ministry_native
FRA,France,state,Ministry of the Armed Forces,Ministère des Armées
OSZE,"Organisation for Security, and more",organisation,,
""",
    "reference/topics.csv": """\
topic,label,definition,broader,plover_context
arms,Arms,Arms of any kind,,military
drones,Drones,Aircraft that nobody sits in,arms,technology
""",
    "reference/officeholders.csv": """\
person,party,office,title,from,to,source_url
Jean Dupont,FRA,minister,Minister (acting),2022-05-20,,https://example.org/dupont
Иван Иванов,RUS,chief-of-defence,Chief of the General Staff,,2024-05-12,https://example.org/ivanov
""",
    "contacts/fra-rus/contacts.csv": """\
contact_id,date,channel,setting,level,substance,status,parties,initiator,host,place,country,duration_minutes,summary,note,restricted
fra-rus-2022-10-phone,2022-10,phone,bilateral,minister,talks,held,FRA;RUS,FRA,,,,60,A call.,,
fra-rus-2024-04-03-in-person,2024-04-03/2024-04-05~,in-person,sidelines,minister,courtesy,held,FRA;OSZE;RUS,RUS,FRA,Paris,FRA,,"A ""meeting"", it seems",said =1+1,true
fra-rus-2024-05-phone,[2024-05-01..2024-05-09],phone,bilateral,chief-of-defence,talks,declined,FRA;RUS,RUS,,,,,'=1+1,,
""",
    "contacts/fra-rus/participants.csv": """\
contact_id,party,person,role,level
fra-rus-2022-10-phone,FRA,Jean Dupont,Minister (acting),minister
fra-rus-2024-04-03-in-person,OSZE,,not stated,official
""",
    "contacts/fra-rus/statements.csv": f"""\
contact_id,topic,raised_by,reported_by,stance,paraphrase,source_url,restricted
fra-rus-2022-10-phone,drones,both,FRA,reports,Spoke of drones,{_URL},
fra-rus-2022-10-phone,syria,,media,denies,,,true
fra-rus-2024-04-03-in-person,arms,RUS,RUS,reports,"two
lines",,false
""",
    "contacts/fra-rus/sources.csv": f"""\
contact_id,url,publisher,published,title,language,side,reliability,credibility,archived_url,accessed,restricted
fra-rus-2022-10-phone,{_URL},Ministère,2022-10-24~,Entretien,fr,FRA,A,2,https://example.org/kept,2024-01-31,
fra-rus-2024-04-03-in-person,https://example.org/b,A paper,,,en,third,F,6,,,true
""",
    "contacts/fra-rus/values.csv": f"""\
contact_id,field,value,source_url
fra-rus-2022-10-phone,channel,video,{_URL}
fra-rus-2022-10-phone,date,2022-10-23,
""",
    "contacts/fra-rus/claims.csv": """\
claim_id,contact_id,asserted_on,kind,claim,since,anchor,months,qualifier,channel,level,setting,by,substance,source_url,restricted
fra-rus-c01,fra-rus-2024-04-03-in-person,2024-04-03~,first-since,First meeting in 18 months.,2022-10,contact,17.5,about,in-person,minister,sidelines,office,talks,https://example.org/b,
fra-rus-c02,,2024-06,silence,Silent since the war.,2022-02-24,event,,,any,any,,person,any,,true
fra-rus-c03,fra-rus-2022-10-phone,2022-10~,first-ever,Their first call ever.,,,,,phone,minister,,person,any,,
""",
    "contacts/fra-rus/coverage.csv": """\
parties,level,channel,from,to,completeness,basis
FRA;RUS,minister,any,2020-01-01,2022-12-31,complete,Both ministries were read
FRA;RUS,any,phone,2023-01-01,2024-12-31,poor,News alone
""",
    "contacts/fra-rus/dialogues.csv": """\
dialogue_id,name,parties,channel,setting,level,every_months,first_month,last_month,tolerance_days,from,to,suspended,source_url,note,restricted
fra-rus-2+2,"Council, yearly",FRA;RUS,in-person,2+2,minister,12,9,11,60,2012-01-01,2030-12-31,2014-03-18/2019-06-30;2022-02-24/..,https://example.org/c,=1+1,
fra-osze-rus-talks,Talks,FRA;OSZE;RUS,any,any,any,6,,,30,2015-02-28,,,,,true
""",
    f"contacts/fra-rus/{NOTES}": "How the record of France and Russia was made.\n",
}
"""File name → text."""
