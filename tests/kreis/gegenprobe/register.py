"""Which witnesses speak for which of our tables. A table that nobody speaks for fails the check."""

from functools import partial

from kreis.gegenprobe import elections, registers, tables, zensus
from kreis.gegenprobe.cells import Key
from kreis.gegenprobe.witnesses import (
    JOBS,
    LOCAL,
    PEOPLE,
    Witnesses,
    at_work,
    buildings,
    counted,
    gerda,
    households,
    inkar,
    land_use,
    net,
    newer,
    of_atlas,
    older,
    one,
    people,
    schooling,
    structure,
    taxes,
    training,
)


def ages(first: int, last: int) -> str:
    """Return the codes of some classes of age in a row."""
    return "+".join(f"Alter_infr__{number:02d}" for number in range(first, last + 1))


BEVOELKERUNG: dict[str, Witnesses] = {
    "bevoelkerung": PEOPLE,
    "frauenanteil": (
        *one("Gemeindeverzeichnisse 1987, 2009, 2023", registers.women_listed),
        *one(
            "Reihe der Frauen",
            partial(
                registers.collected, "quellen/indikatoren/anteil_weiblich.csv", "zaehler", "nenner"
            ),
        ),
    ),
    "ab-65-jaehrige": (*inkar("share_65plus"), *of_atlas("bev_ue65")),
    "durchschnittsalter": inkar("median_age"),
    "frauenanteil-kreise": inkar("share_female"),
    "unter-18-jaehrige": of_atlas("bev_u18"),
    "ueber-67-jaehrige": people(ages(10, 11), "anteil_ab_67"),
    "zensus-bevoelkerung": (
        *counted("Demografie", "0_Insgesamt_", name="bevoelkerung_mit_vergleich"),
        *one("Regionaltabelle 1000A-0000", tables.people_2022),
        *older("zensus2022_bevoelkerung", "wert"),
        gerda("population"),
    ),
    "alter-unter-3": people("Alter_infr__01", "anteil_unter_3"),
    "alter-3-bis-5": people("Alter_infr__02", "anteil_3_bis_5"),
    "alter-6-bis-9": people("Alter_infr__03", "anteil_6_bis_9"),
    "alter-10-bis-15": people("Alter_infr__04", "anteil_10_bis_15"),
    "alter-16-bis-18": people("Alter_infr__05", "anteil_16_bis_18"),
    "alter-19-bis-24": people("Alter_infr__06", "anteil_19_bis_24"),
    "alter-25-bis-39": people("Alter_infr__07", "anteil_25_bis_39"),
    "alter-40-bis-59": people("Alter_infr__08", "anteil_40_bis_59"),
    "alter-60-bis-66": people("Alter_infr__09", "anteil_60_bis_66"),
    "alter-67-bis-74": people("Alter_infr__10", "anteil_67_bis_74"),
    "alter-ab-75": people("Alter_infr__11", "anteil_ab_75"),
    "unter-6-jaehrige": people(ages(1, 2), "anteil_unter_6"),
    "unter-19-jaehrige": people(ages(1, 5), "anteil_unter_19"),
    "ab-60-jaehrige": people(ages(9, 11), "anteil_ab_60"),
    "junge-je-100-aeltere": counted("Demografie", ages(1, 5), ages(10, 11), "kinder_je_100_ab67"),
    "frauenanteil-zensus": people("GESCHLECHT__2", "anteil_weiblich"),
    "bevoelkerungsentwicklung": of_atlas(
        "bev_entw", "bevoelkerungsentwicklung_2017_2022", "bevoelkerungsentwicklung_2019_2024"
    ),
    "aussenwanderung": of_atlas("bev_ausw"),
    "binnenwanderung": of_atlas("bev_binw"),
    "menschen-im-erwerbsalter": of_atlas("bev_18_65"),
    "bevoelkerungsdichte-kreise": structure("Bevölkerungsdichte"),
    "geburtensaldo": structure("Geburtensaldo"),
    "wanderungssaldo-je-1000": structure("Wanderungssaldo"),
    "unter-18-jaehrige-land-und-bund": structure("unter 18", files=("2025",)),
}

FAMILIE: dict[str, Witnesses] = {
    "haushalte": counted("Haushalte", "0_Insgesamt_", name="haushalte"),
    "haushaltsgroesse": (gerda("avg_household_size"), *older("zensus2022_haushaltsgroesse")),
    "einpersonenhaushalte": households("HH_SIZE_NAT__1", "haushalte_1_person"),
    "alleinerziehende": households("HHTYP_FAM__4", "haushalte_alleinerziehende"),
    "haushalte-2-personen": households("HH_SIZE_NAT__2", "haushalte_2_personen"),
    "haushalte-3-personen": households("HH_SIZE_NAT__3", "haushalte_3_personen"),
    "haushalte-4-personen": households("HH_SIZE_NAT__4", "haushalte_4_personen"),
    "haushalte-ab-5-personen": households("HH_SIZE_NAT__5+HH_SIZE_NAT__6", "haushalte_5_und_mehr"),
    "haushalte-mit-kind": households("HHTYP_FAM__3+HHTYP_FAM__4", "haushalte_mit_kind"),
    "paare-mit-kind": households("HHTYP_FAM__3", "haushalte_paare_mit_kind"),
    "paare-ohne-kind": households("HHTYP_FAM__2", "haushalte_paare_ohne_kind"),
    "alleinerziehende-an-familien": counted(
        "Haushalte",
        "HHTYP_FAM__4",
        "HHTYP_FAM__3+HHTYP_FAM__4",
        "haushalte_alleinerziehende_an_familien",
    ),
    "haushalte-mit-aelteren": households(
        "HHTYP_SENIOR_HH__1+HHTYP_SENIOR_HH__2", "haushalte_mit_senioren"
    ),
    "haushalte-nur-aeltere": households("HHTYP_SENIOR_HH__1", "haushalte_nur_senioren"),
    "ledige": people("FAMSTND_KURZ__1", "anteil_ledig"),
    "verheiratete": people("FAMSTND_KURZ__2", "anteil_verheiratet"),
    "verwitwete": people("FAMSTND_KURZ__3", "anteil_verwitwet"),
    "geschiedene": people("FAMSTND_KURZ__4", "anteil_geschieden"),
    "vaeter-im-elterngeld": of_atlas("elterng_v"),
}

ZUWANDERUNG: dict[str, Witnesses] = {
    "auslaenderanteil-kreise": (*inkar("share_foreign"), *of_atlas("bev_ausl")),
    "auslaenderanteil": (
        *people("Staatsange_kurz__2", "anteil_auslaender"),
        gerda("share_foreign"),
        *older("zensus2022_auslaenderanteil"),
    ),
    "einwanderungsgeschichte": (
        *people("Einwanderungserf_ausf__2", "anteil_einwanderungsgeschichte"),
        gerda("share_migration_bg"),
        *older("zensus2022_einwanderungsgeschichte_anteil"),
    ),
    "eingewanderte": people("Einwanderungserf_ausf__21", "anteil_eingewanderte"),
    "nachkommen-eingewanderter": people(
        "Einwanderungserf_ausf__22", "anteil_nachkommen_eingewanderter"
    ),
    "auslaenderanteil-land-und-bund": structure("Ausländer/-innen (%)", "Bevölkerung am"),
}

BILDUNG: dict[str, Witnesses] = {
    "abiturquote": inkar("share_abitur"),
    "auszubildende": inkar("apprentices_per_100"),
    "kinderbetreuung-3-bis-6": inkar("childcare_3to6"),
    "kinderbetreuung-unter-3": inkar("childcare_under3"),
    "ohne-schulabschluss": inkar("share_no_degree"),
    "studierende": inkar("students_per_100"),
    "betreuungsschluessel-kita": of_atlas("kbtr_pers"),
    "fahrzeit-grundschule": of_atlas("p_grunds", "fahrzeit_grundschule"),
    "fahrzeit-sekundarstufe-1": of_atlas("p_sek_1", "fahrzeit_schule_sek1"),
    "fahrzeit-sekundarstufe-2": of_atlas("p_sek_2", "fahrzeit_schule_sek2"),
    "kinderbetreuung-unter-3-deutschlandatlas": of_atlas("kbetr_u3"),
    "kinderbetreuung-3-bis-6-deutschlandatlas": of_atlas("kbetr_ue3"),
    "kinderbetreuung-6-bis-11": of_atlas("kbetr_ue6"),
    "kinderbetreuung-unter-3-strukturdaten": structure("Betreute Kinder unter 3", amended=True),
    "kinderbetreuung-3-bis-6-strukturdaten": structure(
        "Betreute Kinder 3 bis unter 6", amended=True
    ),
    "schulabgaenge-ohne-abschluss-strukturdaten": structure(
        "ohne Hauptschulabschluss", amended=True
    ),
    "schulabgaenge-erster-abschluss": structure("mit Hauptschulabschluss", amended=True),
    "schulabgaenge-mittlerer-abschluss": structure("mit mittlerem Schulabschluss", amended=True),
    "schulabgaenge-hochschulreife": structure(
        "mit allgemeiner und Fachhochschulreife", amended=True
    ),
    "bevoelkerung-ohne-schulabschluss": schooling("SCHULABS_STP__3", "stp_ohne_schulabschluss"),
    "bevoelkerung-hauptschulabschluss": schooling("SCHULABS_STP__21", "stp_hauptschulabschluss"),
    "bevoelkerung-mittlere-reife": schooling("SCHULABS_STP__23", "stp_mittlere_reife"),
    "bevoelkerung-hochschulreife": schooling("SCHULABS_STP__24", "stp_hochschulreife"),
    "bevoelkerung-lehre": training("BERUFABS_AUSF_STP__11", "stp_lehre"),
    "bevoelkerung-hochschulabschluss": training(
        "BERUFABS_AUSF_STP__14+BERUFABS_AUSF_STP__15+BERUFABS_AUSF_STP__16",
        "stp_hochschulabschluss",
    ),
    "bevoelkerung-ohne-berufsabschluss": training(
        "BERUFABS_AUSF_STP__2", "stp_ohne_berufsabschluss"
    ),
}

ARBEIT: dict[str, Witnesses] = {
    "arbeitslosenquote": inkar("unemployment_rate"),
    "beschaeftigte-am-arbeitsort": (*JOBS, *older("svb_am_arbeitsort")),
    "bip-je-einwohner": inkar("gdp_per_capita"),
    "grossbetriebe": inkar("share_large_enterprises"),
    "jugendarbeitslosenquote": inkar("youth_unemployment_rate"),
    "kleinstbetriebe": inkar("share_micro_enterprises"),
    "langzeitarbeitslose": inkar("share_longterm_unemployed"),
    "wertschoepfung-dienstleistungen": inkar("share_tertiary_sector"),
    "wertschoepfung-industrie": inkar("share_secondary_sector"),
    "wertschoepfung-landwirtschaft": inkar("share_primary_sector"),
    "arbeitslosenquote-strukturdaten": structure("Arbeitslosenquote", "- insgesamt"),
    "arbeitslosenquote-maenner": structure("Arbeitslosenquote", "- Männer"),
    "arbeitslosenquote-frauen": structure("Arbeitslosenquote", "- Frauen"),
    "arbeitslosenquote-unter-25": structure("Arbeitslosenquote", "- 15 bis 24 Jahre"),
    "arbeitslosenquote-ab-55": structure("Arbeitslosenquote", "- 55 bis 64 Jahre"),
    "arbeitslosenquote-deutschlandatlas": of_atlas("alq"),
    "arbeitsvolumen": of_atlas("erw_vol"),
    "beschaeftigte-je-1000-kreise": structure(
        "Sozialversicherungspflichtig", "- insgesamt", amended=True
    ),
    "beschaeftigte-landwirtschaft": structure("Beschäftigte am", "Land- und Forstwirtschaft"),
    "beschaeftigte-industrie-bau": structure("Beschäftigte am", "Produzierendes Gewerbe"),
    "beschaeftigte-handel-verkehr": structure("Beschäftigte am", "Handel, Gastgewerbe, Verkehr"),
    "beschaeftigte-oeffentliche-dienste": structure("Öffentliche und private Dienstleister"),
    "beschaeftigte-uebrige-dienste": structure("Übrige Dienstleister"),
    "beschaeftigte-mit-berufsabschluss": of_atlas("bquali_mabschl"),
    "beschaeftigte-mit-studium": of_atlas("bquali_unifh"),
    "beschaeftigte-ohne-abschluss": of_atlas("bquali_oabschl"),
    "beschaeftigungsquote": of_atlas("beschq_insg", "beschaeftigungsquote_wohnort"),
    "beschaeftigungsquote-frauen": of_atlas("beschq_w", "beschaeftigungsquote_wohnort_frauen"),
    "beschaeftigungsquote-maenner": of_atlas("beschq_m", "beschaeftigungsquote_wohnort_maenner"),
    "bip-je-erwerbstaetige": of_atlas("erw_bip"),
    "erwerbstaetige-entwicklung": of_atlas("erw_wachs"),
    "minijobs": of_atlas("erw_mini"),
    "minijobs-nebenjob": of_atlas("erw_minineben"),
    "teilzeitquote": of_atlas("teilz_insg"),
    "teilzeitquote-frauen": of_atlas("teilz_w"),
    "teilzeitquote-maenner": of_atlas("teilz_m"),
    "unternehmen-je-1000": structure("Unternehmensregister", "Unternehmen insgesamt"),
    "handwerksunternehmen-je-1000": structure("Handwerksunternehmen"),
    "erwerbslosenquote": at_work("12", "1", "stp_erwerbslosenquote"),
    "erwerbstaetigenanteil": at_work("11", "", "stp_erwerbstaetige_anteil"),
    "erwerbstaetigenanteil-frauen": at_work("11_W", "W", "stp_erwerbstaetige_anteil_frauen"),
    "erwerbstaetigenanteil-maenner": at_work("11_M", "M", "stp_erwerbstaetige_anteil_maenner"),
}

EINKOMMEN: dict[str, Witnesses] = {
    "haushalte-mit-niedrigem-einkommen": inkar("share_low_income_hh"),
    "kaufkraft": inkar("purchasing_power"),
    "grundsicherung-im-alter": (*of_atlas("grusi"), *of_atlas("grusi_insg")),
    "grundsicherung-im-alter-frauen": of_atlas("grusi_w"),
    "grundsicherung-im-alter-maenner": of_atlas("grusi_m"),
    "kinder-in-bedarfsgemeinschaften": of_atlas("kinder_bg"),
    "primaereinkommen": newer("kreise_sh_primaereinkommen_je_ew"),
    "verfuegbares-einkommen": newer("kreise_sh_verfuegbares_einkommen_je_ew"),
    "sgb-ii-je-1000": structure("SGB II", "insgesamt"),
    "sgb-ii-nicht-erwerbsfaehige": structure("SGB II", "nicht erwerbsfähige"),
    "sgb-ii-auslaenderanteil": structure("SGB II", "Ausländer/-innen"),
    "soziale-mindestsicherung": of_atlas("sozsich"),
    "ueberschuldung": of_atlas("schulden"),
}

WOHNEN: dict[str, Witnesses] = {
    "angebotsmiete": inkar("rent_level"),
    "baugenehmigungen": inkar("building_permits_per_capita"),
    "eigentuemerquote": (gerda("share_owner_occupied"), *older("zensus2022_eigentuemerquote")),
    "einfamilienhaeuser": older("anteil_einfamilienhaeuser"),
    "leerstandsquote": (gerda("vacancy_rate"), *older("zensus2022_leerstandsquote")),
    "nettokaltmiete": (gerda("avg_rent_per_m2"), *older("zensus2022_nettokaltmiete_qm")),
    "nettokaltmiete-amt": of_atlas("preis_miet_best", "amt_nettokaltmiete_bestand"),
    "wohnflaeche-je-person": inkar("living_space_per_capita"),
    "wohnungen-vor-1919": older("zensus2011_wohnungen", "davon_vor_1919", "wert"),
    "wohnungen": (
        gerda("total_dwellings"),
        *older("zensus2022_wohnungen"),
        *older("zensus2011_wohnungen", "wert"),
    ),
    "eigentumsquote": of_atlas("wohn_eigen"),
    "leerstand-kreise": of_atlas("wohn_leer"),
    "neue-wohnungen-kleine-haeuser": of_atlas("wohn_EZFH"),
    "neue-wohnungen-mehrfamilienhaeuser": of_atlas("wohn_MFH"),
    "fertiggestellte-wohnungen": structure("Fertiggestellte Wohnungen"),
    "wohnungen-je-1000-kreise": structure("Bestand an Wohnungen"),
    "wohnflaeche-je-wohnung": structure("Wohnfläche", "(je Wohnung)"),
    "wohnflaeche-je-person-2021": structure("Wohnfläche", "(je E"),
    "haeuser-mit-wohnraum": counted(*zensus.BUILDINGS, name="gebaeude_mit_wohnraum"),
    "haeuser-ab-2016": buildings("BAUJAHR_10JA__10", "gebaeude_baujahr_ab_2016"),
    "haeuser-eine-wohnung": buildings("ZAHLWOHNGN_HHG__1", "gebaeude_eine_wohnung"),
    "haeuser-eigentuemergemeinschaften": buildings(
        "EIGENTUM__1", "gebaeude_eigentum_wohnungseigentuemer"
    ),
    "haeuser-privatpersonen": buildings("EIGENTUM__2", "gebaeude_eigentum_privatpersonen"),
    "haeuser-genossenschaft": buildings("EIGENTUM__3", "gebaeude_eigentum_genossenschaft"),
    "haeuser-kommune": buildings("EIGENTUM__4", "gebaeude_eigentum_kommune"),
}

GESUNDHEIT: dict[str, Witnesses] = {
    "aerztedichte": inkar("physician_density"),
    "hausarztdichte": inkar("gp_density"),
    "krankenhausbetten": inkar("hospital_beds_per_capita"),
    "fahrzeit-apotheke": of_atlas("p_apo", "fahrzeit_apotheke"),
    "fahrzeit-hausarzt": of_atlas("p_harzt", "fahrzeit_hausarzt"),
    "fahrzeit-notaufnahme": of_atlas("p_notfall", "fahrzeit_notaufnahme"),
    "flugzeit-luftrettung": of_atlas("luftrtng", "flugzeit_luftrettung"),
    "kinderarztdichte": of_atlas("v_karzt"),
    "pflege-ambulant": of_atlas("pfl_ambu"),
    "pflege-stationaer": of_atlas("pfl_stat"),
    "pflegegeld": of_atlas("pfl_geld"),
}

MOBILITAET: dict[str, Witnesses] = {
    "pkw-dichte": inkar("cars_per_capita"),
    "breitband-50": net(
        "alle Technologien ≥ 50 Mbit/s", "v_breitb50", "breitband_50_2018_2021", "breitband_50"
    ),
    "breitband-100": net("alle Technologien ≥ 100 Mbit/s", "", "breitband_100_2018_2021"),
    "breitband-1000": net(
        "alle Technologien ≥ 1000 Mbit/s",
        "v_breitb1000",
        "breitband_1000_2018_2021",
        "breitband_1000",
    ),
    "glasfaser": net("FTTH/B ≥ 1000 Mbit/s", "", "glasfaser_1000_2018_2021"),
    "mobilfunk-5g": of_atlas("v_5g", "mobilfunk_5g"),
    "mobilfunk-gsm": of_atlas("v_gsm", "mobilfunk_gsm"),
    "mobilfunk-lte": of_atlas("v_lte", "mobilfunk_lte"),
    "fahrzeit-freibad": of_atlas("p_freibad", "fahrzeit_freibad"),
    "fahrzeit-hallenbad": of_atlas("p_hbad", "fahrzeit_hallenbad"),
    "fahrzeit-polizei": of_atlas("p_poli", "fahrzeit_polizei"),
    "fahrzeit-supermarkt": of_atlas("p_markt", "fahrzeit_supermarkt"),
    "fahrzeit-ladestation": of_atlas("p_nelade", "fahrzeit_normalladestation"),
    "fahrzeit-schnellladestation": of_atlas("p_selade", "fahrzeit_schnellladestation"),
    "fahrzeit-mittelzentrum": of_atlas("p_ozmz_miv", "amt_fahrzeit_zentraler_ort_pkw"),
    "reisezeit-mittelzentrum": of_atlas("p_ozmz_oev", "amt_reisezeit_zentraler_ort_oev"),
    "haltestelle-in-der-naehe": of_atlas("oenv", "amt_bevoelkerung_nahe_haltestelle"),
    "pendeldistanz": of_atlas("pendel", "amt_pendeldistanz_km"),
    "elektro-und-hybridautos": structure("Elektro- oder Hybrid-Antrieb"),
    "elektroautos-kreise": of_atlas("eauto"),
    "ladepunkte": of_atlas("elade"),
    "pkw-dichte-2023": structure("PKW insgesamt"),
    "pkw-dichte-2024": of_atlas("auto"),
}

BETEILIGUNG: dict[str, Witnesses] = {
    "wahlbeteiligung": (*LOCAL, *older("wahlbeteiligung_gemeindewahl")),
    "briefwahlanteil": (
        *one("Gemeindewahl 2018: Briefwahl", elections.postal_2018),
        *older("briefwahlanteil_gemeindewahl"),
    ),
    "frauenanteil-raete": (
        *one("Gemeindewahl 2018: Mandate", elections.women_2018),
        *older("frauenanteil_gemeindevertretung"),
    ),
    "sportvereine-je-100000": of_atlas("ew_sportv"),
    "sportvereinsmitglieder-je-100": of_atlas("mitgl_sportv"),
    "wahlbeteiligung-bundestagswahl-kreise": (
        *one("Bundestagswahl 2025", elections.turnout_2025),
        *newer("kreise_sh_wahlbeteiligung_bundestagswahl_2025"),
    ),
    "wahlbeteiligung-bundestagswahl": (
        *one("Wahlnacht 2025", elections.turnout_of_the_night),
        *one("Bundestagswahl 2025: Kreis", elections.turnout_2025_of_county),
        *newer("amt_wahlbeteiligung_bundestagswahl_2025"),
    ),
    "wahlbeteiligung-europawahl": (
        *one("Europawahl 2024", elections.turnout_2024),
        *newer("wahlbeteiligung_europawahl"),
    ),
    "wahlbeteiligung-landtagswahl": (
        *one("Landtagswahl 2022", elections.turnout_2022),
        *newer("wahlbeteiligung_landtagswahl"),
    ),
    "wahlscheine": (
        *one("Landtagswahl 2022: Wahlscheine", elections.postal_2022),
        *newer("wahlscheinanteil_landtagswahl"),
    ),
}

FLAECHE: dict[str, Witnesses] = {
    "flaeche": (
        *one("Gemeindeverzeichnisse 1987, 2009, 2023", registers.areas_listed),
        *one(
            "Nenner der Dichte",
            partial(registers.collected, "quellen/indikatoren/bevoelkerungsdichte.csv", "nenner"),
        ),
        *one("2019 wie 2017 und 2021", registers.areas_between),
    ),
    "landwirtschaftsflaeche": land_use("landwirt_19_qm", "flaeche_landwirtschaft_anteil"),
    "siedlungs-und-verkehrsflaeche": land_use("sied_verk_19_qm", "flaeche_siedlung_verkehr_anteil"),
    "siedlungsflaeche-je-einwohner": land_use(
        "sied_verk_qm_ew_19", "siedlung_verkehr_qm_je_einwohner"
    ),
    "verkehrsflaeche": land_use("verkehr_19_qm", "flaeche_verkehr_anteil"),
    "waldflaeche": land_use("wald_19_qm", "flaeche_wald_anteil"),
    "siedlungsflaeche-hektar": older("flaeche_siedlung_verkehr_2018_ha", "zaehler"),
    "pv-leistung": older("pv_leistung_kw"),
    "landwirtschaftsflaeche-kreise": of_atlas("fl_landw"),
    "siedlungs-und-verkehrsflaeche-kreise": of_atlas("fl_suv"),
    "waldflaeche-kreise": of_atlas("fl_wald"),
    "erneuerbare-leistung": of_atlas("reg_energie", "amt_erneuerbare_mw_je_1000"),
    "erneuerbar-beheizte-neubauten": of_atlas("heiz_wohn"),
    "erneuerbar-beheizte-wohnungen": of_atlas("heiz_wohn_best"),
    "heizart-etagenheizung": buildings("HEIZTYP__2", "gebaeude_heizart_etagenheizung"),
    "heizart-blockheizung": buildings("HEIZTYP__3", "gebaeude_heizart_blockheizung"),
    "heizart-zentralheizung": buildings("HEIZTYP__4", "gebaeude_heizart_zentralheizung"),
    "heizart-einzeloefen": buildings("HEIZTYP__5", "gebaeude_heizart_einzeloefen"),
    "heizung-gas": buildings("ENERGIETRAEGER__1", "gebaeude_heizung_gas"),
    "heizung-heizoel": buildings("ENERGIETRAEGER__2", "gebaeude_heizung_heizoel"),
    "heizung-holz": buildings("ENERGIETRAEGER__3", "gebaeude_heizung_holz"),
    "heizung-waermepumpe": buildings(
        "ENERGIETRAEGER__5", "gebaeude_heizung_waermepumpe_solar_geothermie"
    ),
    "heizung-strom": buildings("ENERGIETRAEGER__6", "gebaeude_heizung_strom"),
    "heizung-fossil": buildings(
        "ENERGIETRAEGER__1+ENERGIETRAEGER__2+ENERGIETRAEGER__7",
        "gebaeude_heizung_fossil_gas_oel_kohle",
    ),
    "heizung-fernwaerme": (
        *buildings("ENERGIETRAEGER__8", "gebaeude_heizung_fernwaerme"),
        *buildings("HEIZTYP__1", "gebaeude_heizart_fernheizung"),
    ),
}

FINANZEN: dict[str, Witnesses] = {
    "schulden-der-gemeinden": inkar("municipal_debt_per_capita"),
    "steuerkraft": inkar("tax_revenue_per_capita"),
    "hebesatz-gewerbesteuer": taxes("Gewerbesteuer", "gew", "hebesatz_gewerbesteuer"),
    "hebesatz-grundsteuer-a": taxes("Grundsteuer A", "a", "hebesatz_grundsteuer_a"),
    "hebesatz-grundsteuer-b": taxes("Grundsteuer B", "b", "hebesatz_grundsteuer_b"),
    "kassenkredite": of_atlas("ko_kasskred"),
    "steuereinnahmekraft": of_atlas("st_einnkr", "steuereinnahmekraft"),
}

THEMES = (
    *(BEVOELKERUNG, FAMILIE, ZUWANDERUNG, BILDUNG, ARBEIT, EINKOMMEN, WOHNEN),
    *(GESUNDHEIT, MOBILITAET, BETEILIGUNG, FLAECHE, FINANZEN),
)
WITNESSES = {name: witnesses for theme in THEMES for name, witnesses in theme.items()}


# Where we tell no value though a source has one, and why.
ISLAND = "01056025"
BY_ROAD = "fahrzeit-"  # how long one drives: Helgoland has no cars, and the model waits for a ferry
BY_ROAD_OR_RAIL = ("haltestelle-in-der-naehe", "reisezeit-mittelzentrum")
IMPROBABLE = {
    ("langzeitarbeitslose", area, year)
    for area in ("01054", "01059")  # about five per cent between years of thirty and more
    for year in ("2007", "2008")
}


def is_left_out(name: str, key: Key) -> bool:
    """Say whether we leave out a value on purpose."""
    area, year = key
    is_by_land = name.startswith(BY_ROAD) or name in BY_ROAD_OR_RAIL
    return (area == ISLAND and is_by_land) or (name, area, year) in IMPROBABLE
