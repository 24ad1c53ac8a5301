"""From a document to its reading: the stages of extraction, one after the other."""

from __future__ import annotations

from dataclasses import replace

from graph.facts.adjacency import Adjacency
from graph.facts.assembly import Assembly
from graph.facts.attachment import Attachment
from graph.facts.bare import BareLines
from graph.facts.bracket_parts import BracketParts
from graph.facts.closer import tell_labels
from graph.facts.codes import Codes
from graph.facts.companions import Companions
from graph.facts.cost_tables import CostTables
from graph.facts.discourse import Discourse, Focus
from graph.facts.field_dates import settle_starts
from graph.facts.funding_periods import drop_programming_periods
from graph.facts.givers import Givers
from graph.facts.grants import Grants
from graph.facts.home_country import HomeCountry
from graph.facts.labels import LabelLines
from graph.facts.members import Members
from graph.facts.origins import Origins
from graph.facts.our_partners import OurPartners
from graph.facts.participants import Participants
from graph.facts.partner_sections import PartnerSections
from graph.facts.recipients import Recipients
from graph.facts.records import Records
from graph.facts.relations import FrameEngine
from graph.facts.rolls import Rolls
from graph.facts.selfhood import Selfhood
from graph.facts.several import Several
from graph.facts.spoken_funds import SpokenFunds
from graph.facts.stacked import Stacked
from graph.facts.statements import Collector
from graph.facts.within import Within
from graph.linking import Linker
from graph.marking.ages import drop_ages
from graph.marking.announced_lists import announcing_labels, with_announced_lists
from graph.marking.celled_rows import with_celled_rows
from graph.marking.coded_rows import with_coded_rows
from graph.marking.country_codes import set_country_codes
from graph.marking.dashed_labels import with_dashed_labels
from graph.marking.dependants import drop_dependants
from graph.marking.form_points import take_points
from graph.marking.inline_labels import with_inline_labels
from graph.marking.language import Language, language
from graph.marking.mentions import Marked, mark
from graph.marking.namesakes import settle_places
from graph.marking.natural_case import with_natural_case
from graph.marking.numbered_values import with_numbered_values
from graph.marking.parted_labels import with_parted_labels
from graph.marking.plain_signs import with_plain_signs
from graph.marking.priced_lines import with_priced_lines
from graph.marking.project_lists import with_project_items
from graph.marking.repeated_sheets import with_repeated_sheets
from graph.marking.role_sections import with_role_sections
from graph.marking.sentence_labels import with_sentence_labels
from graph.marking.shared_values import with_shared_values
from graph.marking.sheet_lines import with_sheet_lines
from graph.marking.side_labels import with_side_labels
from graph.marking.stacked_labels import with_stacked_labels
from graph.marking.summed_entries import with_summed_entries
from graph.marking.titled_lines import with_titled_lines
from graph.marking.tokens import ORDINALS, Tokens, join_plus, tokenise
from graph.marking.turned_tables import with_turned_tables
from graph.marking.without_menus import without_menus
from graph.model import Document, Reading
from graph.names.numbers import take_numbers
from graph.privacy.people import given_names


def extract(document: Document) -> Reading:
    """All entities and statements of a document, each with the spans that say so."""
    lang = language(document.language)
    reading = _read(with_natural_case(with_plain_signs(document), lang), lang)
    return replace(reading, document=replace(reading.document, text=document.text))


def _read(document: Document, lang: Language) -> Reading:
    document, tokens, marked = marked_sentences(document, lang)
    linker = Linker(document, tokens, lang, marked, given_names())
    linker.link()
    discourse = Discourse(document, tokens, marked, linker.projects, linker.heads, linker.call, lang)
    foci: list[Focus] = discourse.foci()
    collector = Collector()
    assembly = Assembly(document, tokens, linker, foci, collector)
    records = Records(document, tokens, lang, marked, linker, discourse, collector)
    records.collect(foci)
    tables = CostTables(document, tokens, lang, linker, discourse, collector, records)
    tables.collect(marked)
    LabelLines(document, tokens, linker, discourse, records).collect(marked)
    Stacked(document, tokens, lang, linker, discourse, collector).collect(marked, foci)
    Rolls(document, tokens, lang, linker, discourse, collector).collect(marked, foci)
    BracketParts(document, tokens, lang, linker, discourse, collector).collect(marked, foci)
    tell_labels(document, collector)
    engine = FrameEngine(tokens, lang, linker.is_personal)
    hits = [engine.hits(m) for m in marked]
    assembly.collect(marked, hits)
    Several(document, tokens, lang, linker, discourse, collector).collect(marked, hits, records.subjects)
    BareLines(document, tokens, linker, foci, collector).collect(marked)
    Codes(document, tokens, lang, linker, discourse, collector).collect(marked, foci)
    Adjacency(document, tokens, linker, foci, collector, assembly).collect(marked)
    Attachment(document, tokens, linker, foci, collector).collect(marked, hits)
    Origins(document, tokens, linker, foci, collector).collect(marked)
    Selfhood(document, tokens, linker, foci, collector).collect(marked)
    Givers(document, tokens, linker, foci, collector).collect(marked, lang)
    SpokenFunds(document, tokens, lang, linker, discourse, collector).collect(marked, foci)
    Recipients(document, tokens, linker, foci, collector).collect(marked, lang)
    for stage in (Within, Companions, OurPartners, Members, Participants):
        stage(document, tokens, linker, foci, collector).collect(marked, lang)
    PartnerSections(document, tokens, lang, linker, discourse, collector).collect(marked, foci)
    HomeCountry(document, tokens, linker, foci, collector).collect(marked)
    Grants(document, tokens, linker, foci, collector).collect(marked, lang, records.subjects, tables.rows)
    settle_starts(collector)
    take_numbers(document, tokens, marked, linker)
    entities = tuple(linker.register.entity(t) for t in linker.used(collector))
    return Reading(document, entities, collector.statements(), linker.private())


def marked_sentences(document: Document, lang: Language) -> tuple[Document, Tokens, list[Marked]]:
    """The document with all its labels, its words, and its sentences with what a scan of them finds."""
    document = with_coded_rows(with_repeated_sheets(with_celled_rows(document, lang), lang.fields), lang)
    document = with_project_items(with_priced_lines(with_summed_entries(document, lang), lang), lang)
    document = with_parted_labels(with_side_labels(with_turned_tables(document, lang.fields), lang.fields), lang)
    document = with_role_sections(with_stacked_labels(with_titled_lines(document, lang), lang), lang)
    document = with_announced_lists(with_sheet_lines(document, lang), lang)
    document = with_inline_labels(with_dashed_labels(document, lang.fields), lang.fields)
    document = without_menus(with_sentence_labels(document, lang.fields), lang)
    document = with_shared_values(with_numbered_values(document, lang), lang)
    announcing = announcing_labels(document, lang)
    abbreviations = list(lang.lexicon.words.get("abbreviations", ()))
    if lang.lexicon.capitalised_nouns:
        abbreviations.append(ORDINALS)

    def known(label: str) -> bool:
        return label in announcing or lang.fields.property_of(label) is not None

    tokens = tokenise(document, abbreviations, known)
    join_plus(tokens, lambda word: word in lang.automaton.elements(word))
    marked = [mark(tokens, sentence, lang) for sentence in tokens.sentences]
    for sentence in marked:
        drop_ages(sentence)
        drop_dependants(tokens, sentence)
        take_points(tokens, sentence)
        set_country_codes(tokens, sentence)
    settle_places(tokens, marked, lang.lexicon.home)
    for sentence in marked:
        drop_programming_periods(sentence)
    return document, tokens, marked
