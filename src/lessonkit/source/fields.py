"""The details of a school that documents leave to be filled in: their names, what to call them, how wide a blank is."""

from __future__ import annotations

from lessonkit.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """How a detail is shown where it is blank."""

    label: str
    """What belongs in the blank: `name of your school`."""
    width_mm: float
    title: str
    """What a table of details calls it: `School`."""


FIELDS = {
    "school_name": FieldLabel("name of your school", 60, "School"),
    "school_phone": FieldLabel("your school’s phone number", 40, "School phone"),
    "school_email": FieldLabel("your school’s email address", 60, "School email"),
    "school_web": FieldLabel("your school’s website", 60, "School website"),
    "school_address": FieldLabel("your school’s address", 70, "School address"),
    "dsl_name": FieldLabel("name of your safeguarding lead", 50, "Designated Safeguarding Lead (DSL)"),
    "dsl_phone": FieldLabel("phone of your safeguarding lead", 40, "DSL phone"),
    "deputy_dsl_name": FieldLabel("name of your deputy safeguarding lead", 50, "Deputy DSL"),
    "deputy_dsl_phone": FieldLabel("phone of your deputy safeguarding lead", 40, "Deputy DSL phone"),
    "senco_name": FieldLabel("name of your SENCO", 50, "SENCO"),
    "children_social_care": FieldLabel("phone of children’s social care", 40, "Children’s social care phone"),
    "local_authority": FieldLabel("name of your local authority", 50, "Local authority"),
}
