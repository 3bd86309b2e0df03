-- The newest releases of one system, and the conditions that hold an RFC up: found
-- without a walk over those of all the others.
CREATE INDEX releases_system_number ON releases (system, number);
CREATE INDEX conditions_unmet ON conditions (rfc) WHERE met_at IS NULL;
