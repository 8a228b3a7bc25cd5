import { useEffect, useState } from 'react';
import type { Role } from '../domain/role';
import { call } from '../platform/call';
import { currentToken } from '../platform/session';

type Roles = readonly Role[];

// Of whoever is signed in: read once, for all pages of the workspace.
let known: { readonly token: string | null; readonly roles: Promise<Roles> } | null = null;

async function readRoles(): Promise<Roles> {
  const result = await call('person.me', {});
  if (result.ok) return result.data.roles;
  known = null;
  return [];
}

function rolesOf(token: string | null): Promise<Roles> {
  if (known?.token !== token) known = { token, roles: readRoles() };
  return known.roles;
}

/** What the person is, for the ways that are shown; nobody is let in by it. Empty until it is known. */
export function useRoles(): Roles {
  const [roles, setRoles] = useState<Roles>([]);
  useEffect(() => {
    let here = true;
    void rolesOf(currentToken()).then((read) => {
      if (here) setRoles(read);
    });
    return () => {
      here = false;
    };
  }, []);
  return roles;
}
