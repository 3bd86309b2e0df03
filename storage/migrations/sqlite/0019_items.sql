-- Items of a release that are for named parties only (T34). They lie beside the content,
-- which has their digest alone, so that whatever reads the content reads none of them.
ALTER TABLE releases ADD COLUMN confided text NOT NULL DEFAULT '';
ALTER TABLE release_revisions ADD COLUMN confided text NOT NULL DEFAULT '';
