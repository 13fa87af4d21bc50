"""The rules of the REFI-QDA standard that a project of this program has to keep, written down anew as an XML Schema.

Only the parts that are written are in it: any other element is a fault.
"""

from functools import cache
from typing import Any

from lxml import etree

_REFERENCE = '<xsd:complexType><xsd:attribute name="targetGUID" type="Guid" use="required"/></xsd:complexType>'
_BY = '<xsd:attribute name="creatingUser" type="Guid"/><xsd:attribute name="creationDateTime" type="xsd:dateTime"/>'
_MANY = 'minOccurs="0" maxOccurs="unbounded"'
_CODE = f"""
<xsd:complexType name="Code"><xsd:sequence>
 <xsd:element name="Description" type="xsd:string" minOccurs="0"/><xsd:element name="Code" type="Code" {_MANY}/>
</xsd:sequence><xsd:attribute name="guid" type="Guid" use="required"/>
 <xsd:attribute name="name" type="xsd:string" use="required"/>
 <xsd:attribute name="isCodable" type="xsd:boolean" use="required"/><xsd:attribute name="color" type="Colour"/>
</xsd:complexType>
<xsd:complexType name="Codes"><xsd:sequence><xsd:element name="Code" type="Code" maxOccurs="unbounded"/></xsd:sequence>
</xsd:complexType>
<xsd:simpleType name="Guid"><xsd:restriction base="xsd:token">
 <xsd:pattern value="[0-9a-fA-F]{{8}}(-[0-9a-fA-F]{{4}}){{3}}-[0-9a-fA-F]{{12}}"/></xsd:restriction></xsd:simpleType>
<xsd:simpleType name="Colour"><xsd:restriction base="xsd:token"><xsd:pattern value="#[A-Fa-f0-9]{{6}}"/>
</xsd:restriction></xsd:simpleType>
"""


def _group(name: str, one: str) -> str:
    return (
        f'<xsd:element name="{name}" minOccurs="0"><xsd:complexType><xsd:sequence>{one}</xsd:sequence>'
        "</xsd:complexType></xsd:element>"
    )


_SELECTION = f"""
<xsd:complexType name="Selection"><xsd:sequence>
 <xsd:element name="Description" type="xsd:string" minOccurs="0"/>
 <xsd:element name="Coding" {_MANY}><xsd:complexType><xsd:sequence>
  <xsd:element name="CodeRef">{_REFERENCE}</xsd:element></xsd:sequence>
  <xsd:attribute name="guid" type="Guid" use="required"/>{_BY}</xsd:complexType></xsd:element>
 <xsd:element name="NoteRef" {_MANY}>{_REFERENCE}</xsd:element>
</xsd:sequence><xsd:attribute name="guid" type="Guid" use="required"/><xsd:attribute name="name" type="xsd:string"/>
 <xsd:attribute name="startPosition" type="xsd:integer" use="required"/>
 <xsd:attribute name="endPosition" type="xsd:integer" use="required"/>{_BY}</xsd:complexType>
<xsd:complexType name="Text"><xsd:sequence>
 <xsd:element name="PlainTextContent" type="xsd:string" minOccurs="0"/>
 <xsd:element name="PlainTextSelection" type="Selection" {_MANY}/>
 <xsd:element name="VariableValue" {_MANY}><xsd:complexType><xsd:sequence>
  <xsd:element name="VariableRef">{_REFERENCE}</xsd:element><xsd:element name="TextValue" type="xsd:string"/>
 </xsd:sequence></xsd:complexType></xsd:element>
</xsd:sequence><xsd:attribute name="guid" type="Guid" use="required"/><xsd:attribute name="name" type="xsd:string"/>
 <xsd:attribute name="plainTextPath" type="xsd:string"/>{_BY}</xsd:complexType>
"""
_NAMED = '<xsd:attribute name="guid" type="Guid" use="required"/><xsd:attribute name="name" type="xsd:string"/>'
_USER = f'<xsd:element name="User" maxOccurs="unbounded"><xsd:complexType>{_NAMED}</xsd:complexType></xsd:element>'
_VARIABLE = f"""<xsd:element name="Variable" maxOccurs="unbounded"><xsd:complexType>{_NAMED}
<xsd:attribute name="typeOfVariable" fixed="Text" use="required"/></xsd:complexType></xsd:element>"""
_LINK = f"""<xsd:element name="Link" maxOccurs="unbounded"><xsd:complexType>{_NAMED}
<xsd:attribute name="direction" fixed="OneWay"/><xsd:attribute name="originGUID" type="Guid"/>
<xsd:attribute name="targetGUID" type="Guid"/></xsd:complexType></xsd:element>"""
_PROJECT = "".join(
    (
        _group("Users", _USER),
        _group("CodeBook", '<xsd:element name="Codes" type="Codes"/>'),
        _group("Variables", _VARIABLE),
        _group("Sources", '<xsd:element name="TextSource" type="Text" maxOccurs="unbounded"/>'),
        _group("Notes", '<xsd:element name="Note" type="Text" maxOccurs="unbounded"/>'),
        _group("Links", _LINK),
    )
)


@cache
def project_schema() -> Any:
    """What a project.qde has to be."""
    attributes = '<xsd:attribute name="name" use="required"/><xsd:attribute name="origin"/>'
    root = f"<xsd:complexType><xsd:sequence>{_PROJECT}</xsd:sequence>{attributes}</xsd:complexType>"
    return _schema("project", "Project", root + "</xsd:element>" + _SELECTION)


@cache
def codebook_schema() -> Any:
    """What a .qdc has to be."""
    root = (
        '<xsd:complexType><xsd:sequence><xsd:element name="Codes" type="Codes"/></xsd:sequence>'
        '<xsd:attribute name="origin"/></xsd:complexType></xsd:element>'
    )
    return _schema("codebook", "CodeBook", root)


def _schema(kind: str, name: str, content: str) -> Any:
    space = f"urn:QDA-XML:{kind}:1.0"
    head = (
        f'<xsd:schema xmlns="{space}" xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="{space}" '
        f'elementFormDefault="qualified"><xsd:element name="{name}">'
    )
    return etree.XMLSchema(etree.fromstring(head + content + _CODE + "</xsd:schema>"))
