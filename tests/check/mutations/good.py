"""Good documents of ours, with one of everything that can be spoilt, and the files that mutations start from."""

from __future__ import annotations

from functools import cache

from check.cases import ROOT, THEME, tree
from lessonkit.drawing import Assets
from lessonkit.render.pdf import render_pdf

ASSETS = Assets(ROOT / "layouts" / "icons", ROOT)

MARKUP = """<h level="1" id="talk" style="title">Talking about pictures</h>
<contents><title>Contents</title></contents>
<section><h level="2" id="early">Start early</h>
<p>Your child may see pictures online that worry them. Talk often, in small steps, and listen more than you speak.
Nothing that happened is their fault, and you can always find help together. Well-known places help, such as the
<a href="https://www.childline.org.uk">Childline website</a> and <a href="https://www.iwf.org.uk">www.iwf.org.uk</a>.
Read more in the part <a href="#help">Who can help</a>.</p>
<p>Walks and meals are good moments for a talk. Put your own phone away as well, and let your child choose the time
and the place, so that nobody feels watched or hurried in what they say. A well known moment is the way home.</p>
<p><span lang="cy">Diolch yn fawr i chi am eich help gyda hyn, a chofiwch fod y plant yn gwybod eu bod yn
ddiogel.</span></p>
<h level="3" id="listen">While you listen</h>
<list><item>Stay calm</item><item>Ask what they like online</item><item>Thank them for telling you</item></list>
<h level="3" id="after">When they have told you</h>
<p>Do these things in this order, and take your time with each of them.</p>
<list kind="number"><item>Say that it is not their fault</item><item>Keep the device as it is</item>
<item>Call somebody who helps</item><item>Plan what comes next</item></list>
</section>
<page-break/>
<section><h level="2" id="help">Who can help</h>
<p>These numbers cost nothing. The <a href="https://www.childline.org.uk">Childline website</a> has a chat as well.</p>
<table><caption>Whom to call</caption><head><row><cell>Who</cell><cell>Number</cell><cell>When</cell></row></head>
<row><cell>Childline</cell><cell>0800 1111</cell><cell>At any time</cell></row>
<row><cell>The police</cell><cell>101</cell><cell>In the daytime</cell></row>
<row><cell>The school</cell><cell>01632 960960</cell><cell>On school days</cell></row></table>
<h level="3" id="signs">Signs to notice</h>
<p>A sign is no proof. It is a reason to ask gently, and to ask again another day.</p>
<figure source="icon:phone" alt="A hand holds a phone"><caption>Phones stay downstairs at night</caption></figure>
<figure source="icon:heart" alt="A heart in two colours"/>
<callout kind="remember"><title>Remember</title><p>You are not alone in this, and neither is your child.</p></callout>
</section>"""


@cache
def good() -> bytes:
    """The finished file."""
    document = tree(MARKUP, title="Talking about pictures: a guide for parents")
    return render_pdf(document, THEME, ASSETS)[""]


CONTACTS = """<h level="1" id="help" style="title">Help is near</h>
<section><h level="2" id="now">Talk to somebody now</h>
<p>Call <a href="tel:08001111">0800 1111</a><note>Calls cost nothing from any phone.</note> or write to
<a href="mailto:help@school.uk">help@school.uk</a><note>Somebody answers on school days.</note> at any time.</p>
<p>The <abbr title="Internet Watch Foundation">IWF</abbr> takes pictures down that should not be online.</p>
<figure source="icon:phone" alt="A hand holds a phone"/>
<h level="3" id="later">Talk to somebody later</h>
<p>Go back to the part <a href="#now">Talk to somebody now</a> whenever you like, and show it to a friend.</p>
</section>"""


@cache
def contacts() -> bytes:
    """Another one, with telephone numbers and notes."""
    return render_pdf(tree(CONTACTS, title="Help is near: whom to call"), THEME, ASSETS)[""]
