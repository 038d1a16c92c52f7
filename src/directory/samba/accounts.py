"""Puts accounts into a domain that was just made: accounts.py FOLDER. The password of NAME is Pw-NAME-1."""
import sys

import ldb
from samba.auth import system_session
from samba.dcerpc import security
from samba.ndr import ndr_pack, ndr_unpack
from samba.param import LoadParm
from samba.samdb import SamDB

HOME = sys.argv[1]
BASE = "DC=fabrikam,DC=test"
USER, COMPUTER, DISABLED = 0x10200, 0x1000, 0x2
UNCONSTRAINED, TRANSITION, DES_ONLY = 0x80000, 0x1000000, 0x200000

settings = LoadParm()
settings.load(HOME + "/etc/smb.conf")
samdb = SamDB(url=HOME + "/private/sam.ldb", session_info=system_session(), lp=settings)


def account(name, kind, flags, spns=(), place="CN=Users", **more):
    sam = name if kind == "user" else name + "$"
    dn = f"CN={name},{place},{BASE}"
    entry = {"dn": dn, "objectClass": kind, "sAMAccountName": sam, "userAccountControl": str(flags | 0x20)}
    if spns:
        entry["servicePrincipalName"] = list(spns)
    entry.update(more)
    samdb.add(entry)
    samdb.setpassword(f"(sAMAccountName={sam})", f"Pw-{name}-1", False)
    change(dn, ldb.FLAG_MOD_REPLACE, userAccountControl=str(flags))


def change(dn, how, **attributes):
    samdb.modify(ldb.Message.from_dict(samdb, {"dn": dn, **attributes}, how))


def user(name, spns=(), flags=0, **more):
    account(name, "user", USER | flags, spns, **more)


def computer(name, spns=(), flags=0, **more):
    own = [f"HOST/{name}", f"HOST/{name.lower()}.fabrikam.test"]
    more.setdefault("msDS-SupportedEncryptionTypes", "28")
    host = f"{name.lower()}.fabrikam.test"
    account(name, "computer", COMPUTER | flags, own + list(spns), "CN=Computers", dNSHostName=host, **more)


def sid(name):
    found = samdb.search(BASE, scope=ldb.SCOPE_SUBTREE, expression=f"(sAMAccountName={name})", attrs=["objectSid"])
    return ndr_unpack(security.dom_sid, found[0]["objectSid"][0])


computer("WEB01")
computer("SQL01", ["MSSQLSvc/sql01.fabrikam.test:1433"])
user("audit")
user("gone", flags=DISABLED)
user("aes", ["HTTP/aes.fabrikam.test", "HTTP/aes"], **{
    "msDS-SupportedEncryptionTypes": "24", "msDS-AllowedToDelegateTo": "MSSQLSvc/sql01.fabrikam.test:1433"})
user("rc4", ["HTTP/rc4.fabrikam.test"], **{"msDS-SupportedEncryptionTypes": "4"})
user("des", ["HTTP/des.fabrikam.test"], DES_ONLY)
user("off", ["HTTP/off.fabrikam.test"], DISABLED)
user("all", ["HTTP/all.fabrikam.test"], UNCONSTRAINED)
user("any", ["HTTP/any.fabrikam.test"], TRANSITION, **{"msDS-AllowedToDelegateTo": "cifs/fs01.fabrikam.test"})
user("let", ["HTTP/let.fabrikam.test"])
user("twin", ["HTTP/twin.fabrikam.test"])
user("Jürgen", ["HTTP/juergen.fabrikam.test"])
user("plain")

samdb.add({"dn": f"CN=Farm,CN=Users,{BASE}", "objectClass": "group", "sAMAccountName": "Farm",
           "member": f"CN=let,CN=Users,{BASE}"})
samdb.add({"dn": f"CN=gmsa,CN=Managed Service Accounts,{BASE}", "objectClass": "msDS-GroupManagedServiceAccount",
           "sAMAccountName": "gmsa$", "userAccountControl": str(COMPUTER), "msDS-ManagedPasswordInterval": "30",
           "msDS-SupportedEncryptionTypes": "28", "servicePrincipalName": ["HTTP/farm.fabrikam.test"]})

# Who is in the group may act as others at SQL01.
descriptor = security.descriptor.from_sddl(
    f"O:BAD:(A;;0xf01ff;;;{sid('Farm')})", security.dom_sid(samdb.get_domain_sid()))
change(f"CN=SQL01,CN=Computers,{BASE}", ldb.FLAG_MOD_REPLACE,
       **{"msDS-AllowedToActOnBehalfOfOtherIdentity": ndr_pack(descriptor)})

# The names that Kerberos has for LDAP: a service that does not run here would add them.
change(f"CN=DC1,OU=Domain Controllers,{BASE}", ldb.FLAG_MOD_ADD,
       servicePrincipalName=["ldap/dc1.fabrikam.test", "ldap/DC1"])

# Samba refuses a name that another account has; a directory of years may have such, so past its checks.
partition = ldb.Ldb(HOME + "/private/sam.ldb.d/DC=FABRIKAM,DC=TEST.ldb")
twice = ldb.Message(ldb.Dn(partition, f"CN=plain,CN=Users,{BASE}"))
twice["names"] = ldb.MessageElement(["HTTP/twin.fabrikam.test"], ldb.FLAG_MOD_ADD, "servicePrincipalName")
partition.modify(twice)
