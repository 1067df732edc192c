"""The suppliers of the demo world. All are made up and say so; their organisation numbers belong to nobody.

The slide deck names real companies, but it could not be had when this was written, so none is named here.
"""

from typing import NamedTuple


class Company(NamedTuple):
    """A supplier; without a number it is a sole trader. `alias` is another name it goes by."""

    key: str
    name: str
    org_number: str | None
    alias: str = ""


COMPANIES = (
    Company("maleri", "Exempelmåleri i Helsingborg AB (påhittad)", "5599997003", "Målarna i Exempelstad"),
    Company("stadning", "Skinande Exempel Städ AB (påhittad)", "5599997011", "Skinande Städ"),
    Company("stangsel", "Öresunds Exempelstängsel AB (påhittad)", "5599997029"),
    Company("golv", "Exempelgolv Nordväst AB (påhittad)", "5599997037"),
    Company("fonster", "Klar Sikt Fönsterputs AB (påhittad)", "5599997045"),
    Company("blommor", "Blomsterexempel Grossist AB (påhittad)", "5599997052"),
    Company("ledarskap", "Ledarexempel Utbildning AB (påhittad)", "5599997060"),
    Company("park", "Grönytor i Exempel AB (påhittad)", "5599997078"),
    Company("bygg", "Byggexempel Söder AB (påhittad)", "5599997086"),
    Company("buss", "Exempelbussarna AB (påhittad)", "5599997094"),
    Company("kontor", "Pärm & Penna Exempel AB (påhittad)", "5599997102"),
    Company("juridik", "Advokatfirman Exempel AB (påhittad)", "5599997110"),
    Company("catering", "Åkes Exempelkök AB (påhittad)", "5599997128"),
    Company("el", "Exempel-El Södertörn AB (påhittad)", "5599997136"),
    Company("vvs", "Värme & Vatten Exempel AB (påhittad)", "5599997144"),
    Company("tak", "Takexempel Öst AB (påhittad)", "5599997151"),
    Company("tvatt", "Exempeltvätten AB (påhittad)", "5599997169"),
    Company("snickare", "Ärla Snickeri (påhittad)", None),
    Company("mark", "Exempel Mark & Anläggning AB (påhittad)", "5599997177"),
    Company("lokalvard", "Södertörns Exempelstäd AB (påhittad)", "5599997185"),
    Company("vakt", "Exempelvakten AB (påhittad)", "5599997193"),
    Company("lekplats", "Lek & Plats Exempel AB (påhittad)", "5599997201"),
)

# (company, organisation, name, role, e-mail, telephone): numbers from the series Post- och telestyrelsen keeps for
# fiction, addresses under a top domain that does not exist.
CONTACTS = (
    ("maleri", "helsingborg", "Bo Pensel", "platschef", "bo.pensel@maleri.exempel", "08-465 004 11"),
    ("stadning", "helsingborg", "Sara Mopp", "områdeschef", "sara.mopp@stad.exempel", "08-465 004 12"),
    ("bygg", "helsingborg", "Tage Kran", "arbetschef", "tage.kran@bygg.exempel", "08-465 004 13"),
    ("lokalvard", "haninge", "Rut Hink", "driftledare", "rut.hink@lokalvard.exempel", "08-465 004 14"),
    ("mark", "nynashamn", "Stig Grus", "platschef", "stig.grus@mark.exempel", "08-465 004 15"),
    ("el", "tornberget", "My Säkring", "projektledare", "my.sakring@el.exempel", "08-465 004 16"),
)

CPV_LABELS = {
    "03121200": "Snittblommor",
    "15300000": "Frukt, grönsaker och liknande produkter",
    "30192000": "Kontorsmateriel",
    "37535200": "Lekplatsutrustning",
    "39100000": "Möbler",
    "45214100": "Bygg- och anläggningsarbeten: förskolebyggnader",
    "45214200": "Bygg- och anläggningsarbeten: skolbyggnader",
    "45212500": "Köks- eller restaurangbyggnader",
    "45233000": "Anläggningsarbete för motorvägar, vägar, järnvägar samt start- och landningsbanor",
    "45261000": "Uppförande av taklag, takläggning och tillhörande arbeten",
    "45311000": "Installation av elektriska ledningar och kopplingsarbeten",
    "45331000": "Installation av värme, ventilation och luftkonditionering",
    "45342000": "Uppförande av stängsel",
    "45432100": "Golvläggning och beläggning",
    "45442100": "Målning",
    "50413200": "Reparation och underhåll av utrustning och anordningar för brandbekämpning",
    "55500000": "Matsalstjänster och catering",
    "55520000": "Cateringtjänster",
    "60130000": "Passagerartransport på väg för särskilda ändamål",
    "72000000": "IT-tjänster: konsultverksamhet, programvaruutveckling, internet och stöd",
    "77310000": "Plantering och skötsel av grönområden",
    "77314000": "Tomtunderhåll",
    "79100000": "Juridiska tjänster",
    "79710000": "Säkerhetstjänster",
    "80532000": "Chefsutbildning",
    "90620000": "Snöröjning",
    "90911200": "Städning av byggnader",
    "90911300": "Fönsterputsning",
    "98310000": "Tvätt- och kemtvättstjänster",
    "98392000": "Flyttjänster",
}
