SET LOCAL check_function_bodies = false;
SET LOCAL search_path = '';
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;



CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;



CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_01c5f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_077f2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_0783b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_07f79() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_0c96c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_0e0a6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_0e2d9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_1135d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_13448() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_150b1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_15e39() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_1647b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_19a01() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_2205b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_254b0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_2753b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_2a161() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_2db54() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_2df42() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_3005a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_32612() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_33bf8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_35919() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_38dac() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_3d16a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_3d574() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_3f603() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_3fef8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_43b6c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_45b21() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_4b461() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_4e6f4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_4ff13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_52402() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_5331c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_55c53() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_56e84() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_58397() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_5db4b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_5e101() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_5e34d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_62786() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_65486() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_6b5d5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_6daa7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_6dfa0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_6e15e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_6f66e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_6f7e7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_715c2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_738a0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_742ba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_76311() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_77270() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_7e029() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_7f3cc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_80f5f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_857b7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_871a5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_879b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_881ff() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_8a46b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_94671() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_98d00() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_9a9b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_9ee6c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_9f548() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_a2807() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_a3e04() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_a5fec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_a611c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_ab5e4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_b4566() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_b69f9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_b70c0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_bb4d9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_bdb41() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_c02dc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_c3040() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_c322c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_c4ea8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_c5170() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_c6e2d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_c8c89() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_ce967() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_d0170() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_d13ad() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_d162f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_dbff7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_dca12() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_dd4d8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_e055e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_e22a1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_e3bdc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_e4f22() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_e6c03() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_e6e58() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_e8890() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_ec132() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_eca68() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_eda3a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_eecfb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_f19e7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_f2035() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_f6b82() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_f74c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_f912c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_append_only_fd2e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_02aa7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_seminarsideevent" ("department_id", "id", "invited_at", "organisation_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seminar_id") VALUES (OLD."department_id", OLD."id", OLD."invited_at", OLD."organisation_id", OLD."participants", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."seminar_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_03f31() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_sharelinkevent" ("created_at", "created_by_id", "expires_on", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_by_id", "snapshot_id", "year") VALUES (OLD."created_at", OLD."created_by_id", OLD."expires_on", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."revoked_at", OLD."revoked_by_id", OLD."snapshot_id", OLD."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_05c82() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_retentionruleevent" ("action", "decided_by_body", "decided_on", "id", "months", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_class", "reference", "trigger", "updated_at") VALUES (OLD."action", OLD."decided_by_body", OLD."decided_on", OLD."id", OLD."months", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."record_class", OLD."reference", OLD."trigger", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_12d2f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_answerevent" ("answered_by_id", "answered_on", "assessment_id", "id", "is_yes", "motive", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "updated_at") VALUES (OLD."answered_by_id", OLD."answered_on", OLD."assessment_id", OLD."id", OLD."is_yes", OLD."motive", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."question", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_156ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_bouncingaddressevent" ("answer", "cleared_at", "cleared_by_id", "code", "email", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since") VALUES (OLD."answer", OLD."cleared_at", OLD."cleared_by_id", OLD."code", OLD."email", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."since"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_17321() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_meetingevent" ("agreed", "attendance", "cancelled_reason", "closed_at", "closed_by_id", "contract_id", "created_at", "form", "good_experience", "held_on", "id", "kind", "made_by_id", "next_on", "obstacles", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_at", "point_id", "procurement_id", "state", "token", "updated_at") VALUES (OLD."agreed", OLD."attendance", OLD."cancelled_reason", OLD."closed_at", OLD."closed_by_id", OLD."contract_id", OLD."created_at", OLD."form", OLD."good_experience", OLD."held_on", OLD."id", OLD."kind", OLD."made_by_id", OLD."next_on", OLD."obstacles", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place", OLD."planned_at", OLD."point_id", OLD."procurement_id", OLD."state", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_19a8f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_membershipevent" ("created_at", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (OLD."created_at", OLD."department_id", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role", OLD."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_19f14() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_userevent" ("created_at", "email", "id", "is_active", "is_demo", "last_login", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."created_at", OLD."email", OLD."id", OLD."is_active", OLD."is_demo", OLD."last_login", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_1ddef() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_cpvcodeevent" ("code", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."label", _pgh_attach_context(), NOW(), 'delete', OLD."code"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_218f5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_approvalevent" ("at", "by_id", "how", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (OLD."at", OLD."by_id", OLD."how", OLD."id", OLD."meeting_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_22273() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "onboarding_onboardingstepevent" ("created_at", "done_on", "id", "note", "onboarding_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "state", "step", "updated_at", "written_by_id") VALUES (OLD."created_at", OLD."done_on", OLD."id", OLD."note", OLD."onboarding_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reference", OLD."state", OLD."step", OLD."updated_at", OLD."written_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_23b74() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_reportlineevent" ("attempts", "filled", "full_time_months", "has_documented_attempts", "hours", "id", "offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "requirement_id", "unfilled_reason") VALUES (OLD."attempts", OLD."filled", OLD."full_time_months", OLD."has_documented_attempts", OLD."hours", OLD."id", OLD."offered", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."request_id", OLD."requirement_id", OLD."unfilled_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_26e2e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "interchange_importchangeevent" ("after", "batch_id", "before", "id", "model", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."after", old_values."batch_id", old_values."before", old_values."id", old_values."model", old_values."object_id", _pgh_attached_context.value, NOW(), 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_2d702() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_targetgroupevent" ("created_at", "id", "is_in_use", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."created_at", OLD."id", OLD."is_in_use", OLD."name", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_3446e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_clauseevent" ("created_at", "guideline_id", "has_call_off_block", "has_penalty", "has_rectification", "has_termination", "id", "is_draft", "kind", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text", "title", "token", "updated_at") VALUES (OLD."created_at", OLD."guideline_id", OLD."has_call_off_block", OLD."has_penalty", OLD."has_rectification", OLD."has_termination", OLD."id", OLD."is_draft", OLD."kind", OLD."model", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."source", OLD."text", OLD."title", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_3624a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "interchange_importrowevent" ("batch_id", "details", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet", "status", "title") SELECT old_values."batch_id", old_values."details", old_values."id", old_values."number", _pgh_attached_context.value, NOW(), 'delete', old_values."id", old_values."sheet", old_values."status", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_38be0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_matchingsettingsevent" ("decided_by_body", "decided_on", "follow_up_months", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "uses_target_groups") VALUES (OLD."decided_by_body", OLD."decided_on", OLD."follow_up_months", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."organisation_id", OLD."reference", OLD."updated_at", OLD."uses_target_groups"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_38c95() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_commentevent" ("by_id", "consultation_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token") VALUES (OLD."by_id", OLD."consultation_id", OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."text", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_3ac19() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_yearlycostevent" ("coordination", "id", "is_demo", "matchers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "social_gain", "source", "token", "updated_at", "updated_by_id", "year") VALUES (OLD."coordination", OLD."id", OLD."is_demo", OLD."matchers", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."social_gain", OLD."source", OLD."token", OLD."updated_at", OLD."updated_by_id", OLD."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_3dc19() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_evidenceevent" ("content_type", "created_at", "file", "id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "sha256", "size", "title", "token", "uploaded_by_id") VALUES (OLD."content_type", OLD."created_at", OLD."file", OLD."id", OLD."line_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."request_id", OLD."sha256", OLD."size", OLD."title", OLD."token", OLD."uploaded_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_3eda4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_publishedyearevent" ("id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "year") VALUES (OLD."id", OLD."is_demo", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."published_at", OLD."published_by_id", OLD."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_4043f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurements_contractevent" ("ceiling_value", "created_at", "documentation_done_on", "ends_on", "framework_id", "has_option_clause", "id", "is_until_further_notice", "kind", "latest_end_on", "lot_id", "no_requirement_by_id", "no_requirement_on", "no_requirement_reason", "number", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "result_notice_sent_on", "signed_on", "source_values", "starts_on", "title", "token", "updated_at", "value") SELECT old_values."ceiling_value", old_values."created_at", old_values."documentation_done_on", old_values."ends_on", old_values."framework_id", old_values."has_option_clause", old_values."id", old_values."is_until_further_notice", old_values."kind", old_values."latest_end_on", old_values."lot_id", old_values."no_requirement_by_id", old_values."no_requirement_on", old_values."no_requirement_reason", old_values."number", old_values."organisation_id", _pgh_attached_context.value, NOW(), 'delete', old_values."id", old_values."procurement_id", old_values."result_notice_sent_on", old_values."signed_on", old_values."source_values", old_values."starts_on", old_values."title", old_values."token", old_values."updated_at", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_4055b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_intensityruleevent" ("deep_from_value", "deep_models", "id", "normal_from_value", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (OLD."deep_from_value", OLD."deep_models", OLD."id", OLD."normal_from_value", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_43b70() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_pulseevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_46b0d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_documentevent" ("consultation_id", "content_type", "created_at", "file", "id", "is_shared", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "title", "token", "uploaded_by_id") VALUES (OLD."consultation_id", OLD."content_type", OLD."created_at", OLD."file", OLD."id", OLD."is_shared", OLD."kind", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."sha256", OLD."size", OLD."title", OLD."token", OLD."uploaded_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_47c2a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_agreementdepartmentevent" ("agreement_id", "department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."agreement_id", OLD."department_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_4823b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurements_procurementevent" ("accepts_e_tenders", "award_decided_on", "award_notice_sent_on", "cancelled_on", "case_number", "closed_on", "contracted_value", "court_decided_on", "cpv_id", "created_at", "decision_to_publish_on", "department_id", "documents_are_online", "estimated_value", "framework_reasons", "guideline_id", "has_prior_notice", "id", "is_accelerated", "is_demo", "is_framework", "is_standstill_lifted", "kind", "necessity_assessed_on", "necessity_note", "need_registered_on", "note", "notice_id", "notice_mode", "opened_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "phase_before", "planned_publication_on", "planned_signing_on", "procedure", "published_on", "questions_close_on", "reason", "responsible_id", "review_applied_on", "sent_for_publication_on", "social_flag", "source_id", "standstill_days_stated", "tender_deadline_at", "title", "token", "updated_at") SELECT old_values."accepts_e_tenders", old_values."award_decided_on", old_values."award_notice_sent_on", old_values."cancelled_on", old_values."case_number", old_values."closed_on", old_values."contracted_value", old_values."court_decided_on", old_values."cpv_id", old_values."created_at", old_values."decision_to_publish_on", old_values."department_id", old_values."documents_are_online", old_values."estimated_value", old_values."framework_reasons", old_values."guideline_id", old_values."has_prior_notice", old_values."id", old_values."is_accelerated", old_values."is_demo", old_values."is_framework", old_values."is_standstill_lifted", old_values."kind", old_values."necessity_assessed_on", old_values."necessity_note", old_values."need_registered_on", old_values."note", old_values."notice_id", old_values."notice_mode", old_values."opened_on", old_values."organisation_id", _pgh_attached_context.value, NOW(), 'delete', old_values."id", old_values."phase", old_values."phase_before", old_values."planned_publication_on", old_values."planned_signing_on", old_values."procedure", old_values."published_on", old_values."questions_close_on", old_values."reason", old_values."responsible_id", old_values."review_applied_on", old_values."sent_for_publication_on", old_values."social_flag", old_values."source_id", old_values."standstill_days_stated", old_values."tender_deadline_at", old_values."title", old_values."token", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_493e5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_seminarevent" ("cancelled_reason", "content", "created_at", "created_by_id", "id", "is_demo", "material_url", "minutes", "organisation_id", "outcome", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "responsible_id", "roles", "starts_at", "state", "token", "topic", "updated_at") VALUES (OLD."cancelled_reason", OLD."content", OLD."created_at", OLD."created_by_id", OLD."id", OLD."is_demo", OLD."material_url", OLD."minutes", OLD."organisation_id", OLD."outcome", OLD."participants", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place", OLD."responsible_id", OLD."roles", OLD."starts_at", OLD."state", OLD."token", OLD."topic", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_524ca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_disclosureevent" ("consent_id", "ground", "harm_test_reference", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "recorded_at", "recorded_by_id", "supplier_id", "token", "told", "told_on") VALUES (OLD."consent_id", OLD."ground", OLD."harm_test_reference", OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placement_id", OLD."recorded_at", OLD."recorded_by_id", OLD."supplier_id", OLD."token", OLD."told", OLD."told_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_5b261() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "suppliers_supplierevent" ("created_at", "id", "is_demo", "is_sole_trader", "name", "org_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token") VALUES (OLD."created_at", OLD."id", OLD."is_demo", OLD."is_sole_trader", OLD."name", OLD."org_number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_5d9b6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_seminarlinkevent" ("guideline_id", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seminar_id") VALUES (OLD."guideline_id", OLD."id", OLD."item_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."seminar_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_5f5a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_sampleevent" ("drawn_at", "drawn_by_id", "drawn_from", "id", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seed", "size", "token") VALUES (OLD."drawn_at", OLD."drawn_by_id", OLD."drawn_from", OLD."id", OLD."note", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."seed", OLD."size", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_5fee4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_snapshotevent" ("as_of", "definitions_version", "figures", "frozen_at", "frozen_by_id", "id", "is_demo", "note", "organisation_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "year") VALUES (OLD."as_of", OLD."definitions_version", OLD."figures", OLD."frozen_at", OLD."frozen_by_id", OLD."id", OLD."is_demo", OLD."note", OLD."organisation_id", OLD."period", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."token", OLD."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_62f3a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurements_requirementevent" ("allows_termination", "blocks_call_offs", "bonus_ceiling", "bonus_rate", "clause_id", "clause_text", "contract_id", "count", "counts_attempts", "created_at", "created_by_id", "due_on", "ends_on", "first_start_within_months", "follow_up_by", "geographic_restriction", "id", "kind", "late_motive", "model", "note", "penalty_amount", "penalty_cap", "penalty_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "quantity_basis", "rate", "rectification_days", "report_on", "reserved_share", "source_id", "starts_on", "token", "unit", "updated_at") SELECT old_values."allows_termination", old_values."blocks_call_offs", old_values."bonus_ceiling", old_values."bonus_rate", old_values."clause_id", old_values."clause_text", old_values."contract_id", old_values."count", old_values."counts_attempts", old_values."created_at", old_values."created_by_id", old_values."due_on", old_values."ends_on", old_values."first_start_within_months", old_values."follow_up_by", old_values."geographic_restriction", old_values."id", old_values."kind", old_values."late_motive", old_values."model", old_values."note", old_values."penalty_amount", old_values."penalty_cap", old_values."penalty_unit", _pgh_attached_context.value, NOW(), 'delete', old_values."id", old_values."procurement_id", old_values."quantity_basis", old_values."rate", old_values."rectification_days", old_values."report_on", old_values."reserved_share", old_values."source_id", old_values."starts_on", old_values."token", old_values."unit", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_64257() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_creditevent" ("amount", "contract_id", "created_at", "granted_by_id", "granted_on", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requirement_id", "source", "source_key", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."amount", OLD."contract_id", OLD."created_at", OLD."granted_by_id", OLD."granted_on", OLD."id", OLD."kind", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."requirement_id", OLD."source", OLD."source_key", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_65e32() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_itemevent" ("background", "carried_from_id", "created_at", "created_by_id", "id", "moved_reason", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "purpose", "responsible_id", "responsible_role", "state", "title", "token", "updated_at") VALUES (OLD."background", OLD."carried_from_id", OLD."created_at", OLD."created_by_id", OLD."id", OLD."moved_reason", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."plan_id", OLD."position", OLD."purpose", OLD."responsible_id", OLD."responsible_role", OLD."state", OLD."title", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_6609e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_noticechoiceevent" ("frequency", "id", "muted_kinds", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "user_id") VALUES (OLD."frequency", OLD."id", OLD."muted_kinds", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."updated_at", OLD."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_66465() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_followupplanevent" ("contact_id", "contract_id", "created_at", "decided_at", "decided_by_id", "id", "intensity", "motive", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."contact_id", OLD."contract_id", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."intensity", OLD."motive", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_66a85() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_blackoutevent" ("created_at", "department_id", "first_on", "id", "label", "last_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "union_id", "updated_at") VALUES (OLD."created_at", OLD."department_id", OLD."first_on", OLD."id", OLD."label", OLD."last_on", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."token", OLD."union_id", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_67ad5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_unionevent" ("central_id", "created_at", "has_collective_agreement", "id", "is_active", "level", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "updated_at") VALUES (OLD."central_id", OLD."created_at", OLD."has_collective_agreement", OLD."id", OLD."is_active", OLD."level", OLD."name", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_6c069() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "suppliers_suppliercontactevent" ("created_at", "email", "id", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "role", "supplier_id", "token") VALUES (OLD."created_at", OLD."email", OLD."id", OLD."name", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."phone", OLD."role", OLD."supplier_id", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_6dfd4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_participantmergeevent" ("case_reference", "consent_ids", "id", "kept_id", "made_at", "made_by_id", "merged_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_ids", "undone_at", "undone_by_id", "waiting_ids") VALUES (OLD."case_reference", OLD."consent_ids", OLD."id", OLD."kept_id", OLD."made_at", OLD."made_by_id", OLD."merged_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placement_ids", OLD."undone_at", OLD."undone_by_id", OLD."waiting_ids"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_6ff39() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_unionrepresentativeevent" ("created_at", "email", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "token", "union_id", "updated_at", "user_id") VALUES (OLD."created_at", OLD."email", OLD."id", OLD."is_active", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role", OLD."token", OLD."union_id", OLD."updated_at", OLD."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_7100e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_uniondepartmentevent" ("department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "union_id") VALUES (OLD."department_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."union_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_72dd2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_calendarfeedevent" ("created_at", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renewed_at", "user_id") VALUES (OLD."created_at", OLD."department_id", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."renewed_at", OLD."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_7389e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_checklisttemplateevent" ("created_at", "created_by_id", "id", "items", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."id", OLD."items", OLD."note", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."token", OLD."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_74c6e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_planchangeevent" ("assessment_id", "changes", "created_at", "dates", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_at", "seen_by_id") VALUES (OLD."assessment_id", OLD."changes", OLD."created_at", OLD."dates", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."seen_at", OLD."seen_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_77404() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "suppliers_supplieraliasevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supplier_id") VALUES (OLD."created_at", OLD."id", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."supplier_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_7b33b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_organisationevent" ("active_from", "created_at", "id", "is_demo", "kind", "municipality_code", "name", "org_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "small_number_limit") VALUES (OLD."active_from", OLD."created_at", OLD."id", OLD."is_demo", OLD."kind", OLD."municipality_code", OLD."name", OLD."org_number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."small_number_limit"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_7c8fa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_reporteventevent" ("at", "by_id", "comment", "id", "is_on_behalf", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reporter", "request_id", "state") VALUES (OLD."at", OLD."by_id", OLD."comment", OLD."id", OLD."is_on_behalf", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reporter", OLD."request_id", OLD."state"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_7d66b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_deviationevent" ("cause", "closed_by_id", "closed_on", "contract_id", "created_at", "due_on", "exemption_reason", "id", "made_by_id", "measure", "meeting_id", "organisation_id", "outcome", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "raised_key", "raised_on", "request_id", "requirement_id", "state", "token", "updated_at", "what") VALUES (OLD."cause", OLD."closed_by_id", OLD."closed_on", OLD."contract_id", OLD."created_at", OLD."due_on", OLD."exemption_reason", OLD."id", OLD."made_by_id", OLD."measure", OLD."meeting_id", OLD."organisation_id", OLD."outcome", OLD."owner_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."point_id", OLD."raised_key", OLD."raised_on", OLD."request_id", OLD."requirement_id", OLD."state", OLD."token", OLD."updated_at", OLD."what"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_7e263() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_cooperationagreementevent" ("central_request_days", "created_at", "id", "name", "note", "organisation_id", "paragraphs", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "token", "updated_at", "valid_from", "valid_to") VALUES (OLD."central_request_days", OLD."created_at", OLD."id", OLD."name", OLD."note", OLD."organisation_id", OLD."paragraphs", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reference", OLD."token", OLD."updated_at", OLD."valid_from", OLD."valid_to"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_7ff5b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_departmentevent" ("contact_id", "created_at", "head_id", "id", "is_active", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token") VALUES (OLD."contact_id", OLD."created_at", OLD."head_id", OLD."id", OLD."is_active", OLD."name", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_84d29() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "onboarding_onboardingevent" ("created_at", "created_by_id", "finished_by_id", "finished_on", "id", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_on", "responsible_id", "started_on", "token", "updated_at") VALUES (OLD."created_at", OLD."created_by_id", OLD."finished_by_id", OLD."finished_on", OLD."id", OLD."note", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."ready_on", OLD."responsible_id", OLD."started_on", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_85de8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_namingdecisionevent" ("created_at", "created_by_id", "decided_by_body", "decided_on", "id", "is_demo", "names_suppliers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "token") VALUES (OLD."created_at", OLD."created_by_id", OLD."decided_by_body", OLD."decided_on", OLD."id", OLD."is_demo", OLD."names_suppliers", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reference", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_8766a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_placementlineevent" ("answer", "ended_month", "extent_percent", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "request_id", "starts_month") VALUES (OLD."answer", OLD."ended_month", OLD."extent_percent", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placement_id", OLD."request_id", OLD."starts_month"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_87d7c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_evaluationevent" ("change_next", "contract_id", "created_at", "delivered", "dose_advice", "held_on", "id", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "worked") VALUES (OLD."change_next", OLD."contract_id", OLD."created_at", OLD."delivered", OLD."dose_advice", OLD."held_on", OLD."id", OLD."made_by_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."token", OLD."worked"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_95ec9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_placementevent" ("contract_id", "created_at", "created_by_id", "end_reason", "ended_on", "exited_on", "extent_percent", "id", "is_demo", "kind", "number", "offer_id", "organisation_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end_on", "planned_start_on", "referring_body", "started_on", "state", "supervisor_role", "supplier_id", "token", "undone_at", "undone_by_id") VALUES (OLD."contract_id", OLD."created_at", OLD."created_by_id", OLD."end_reason", OLD."ended_on", OLD."exited_on", OLD."extent_percent", OLD."id", OLD."is_demo", OLD."kind", OLD."number", OLD."offer_id", OLD."organisation_id", OLD."participant_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."planned_end_on", OLD."planned_start_on", OLD."referring_body", OLD."started_on", OLD."state", OLD."supervisor_role", OLD."supplier_id", OLD."token", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_9bb91() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_deadlinenoteevent" ("answer", "context", "created_at", "created_by_id", "deadline_key", "department_id", "due_on", "id", "new_due_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "title", "token", "undone_at", "undone_by_id", "url") VALUES (OLD."answer", OLD."context", OLD."created_at", OLD."created_by_id", OLD."deadline_key", OLD."department_id", OLD."due_on", OLD."id", OLD."new_due_on", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reason", OLD."title", OLD."token", OLD."undone_at", OLD."undone_by_id", OLD."url"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_9de7d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_purgerunevent" ("approved_at", "approved_by_id", "as_of", "executed_at", "id", "made_at", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rules", "state", "token") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."as_of", OLD."executed_at", OLD."id", OLD."made_at", OLD."made_by_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rules", OLD."state", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_a0ed7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reminders_outboxmailevent" ("created_at", "created_by_id", "due_at", "id", "kind", "last_answer", "message_id", "not_after", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "slot", "subject", "to_address") SELECT old_values."created_at", old_values."created_by_id", old_values."due_at", old_values."id", old_values."kind", old_values."last_answer", old_values."message_id", old_values."not_after", old_values."organisation_id", _pgh_attached_context.value, NOW(), 'delete', old_values."id", old_values."recipient_id", old_values."slot", old_values."subject", old_values."to_address" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_a18eb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_itemlinkevent" ("guideline_id", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id") VALUES (OLD."guideline_id", OLD."id", OLD."item_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."procurement_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_a1969() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_meetingtaskevent" ("done_by_id", "done_on", "due_on", "id", "meeting_id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."meeting_id", OLD."owner", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."what"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_a372c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_activityevent" ("contract_id", "created_at", "created_by_id", "held_on", "id", "is_demo", "kind", "organisation_id", "participant_count", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supplier_id", "token", "topic") VALUES (OLD."contract_id", OLD."created_at", OLD."created_by_id", OLD."held_on", OLD."id", OLD."is_demo", OLD."kind", OLD."organisation_id", OLD."participant_count", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."supplier_id", OLD."token", OLD."topic"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_a3aca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_sanctionevent" ("amount", "created_at", "decided_by_id", "decided_on", "deviation_id", "id", "letter", "made_by_id", "mailed_to", "motive", "organisation_id", "override_motive", "penalty_units", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rectify_by", "replied_on", "replier", "reply", "reply_by", "state", "step", "token", "updated_at") VALUES (OLD."amount", OLD."created_at", OLD."decided_by_id", OLD."decided_on", OLD."deviation_id", OLD."id", OLD."letter", OLD."made_by_id", OLD."mailed_to", OLD."motive", OLD."organisation_id", OLD."override_motive", OLD."penalty_units", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rectify_by", OLD."replied_on", OLD."replier", OLD."reply", OLD."reply_by", OLD."state", OLD."step", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_a6868() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_placeofferevent" ("closed_on", "contract_id", "count", "created_at", "created_by_id", "from_on", "id", "is_demo", "kind", "occupation", "offered_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "requirements", "supplier_id", "to_on", "token", "unfilled_reason") VALUES (OLD."closed_on", OLD."contract_id", OLD."count", OLD."created_at", OLD."created_by_id", OLD."from_on", OLD."id", OLD."is_demo", OLD."kind", OLD."occupation", OLD."offered_on", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place", OLD."requirements", OLD."supplier_id", OLD."to_on", OLD."token", OLD."unfilled_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_a7601() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_overrideevent" ("created_at", "created_by_id", "decided_on", "decision_maker", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "reason", "reference", "stage", "token") VALUES (OLD."created_at", OLD."created_by_id", OLD."decided_on", OLD."decision_maker", OLD."department_id", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."procurement_id", OLD."reason", OLD."reference", OLD."stage", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_a9cbb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_reportrequestevent" ("asked_at", "asked_by_id", "contact_email", "contact_name", "contract_id", "draft", "due_on", "id", "kind", "organisation_id", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "received_at", "reporter", "settled_at", "settled_by_id", "started_at", "state", "supplier_id", "token", "updated_at", "version") VALUES (OLD."asked_at", OLD."asked_by_id", OLD."contact_email", OLD."contact_name", OLD."contract_id", OLD."draft", OLD."due_on", OLD."id", OLD."kind", OLD."organisation_id", OLD."period_from", OLD."period_to", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."point_id", OLD."received_at", OLD."reporter", OLD."settled_at", OLD."settled_by_id", OLD."started_at", OLD."state", OLD."supplier_id", OLD."token", OLD."updated_at", OLD."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_a9eab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_sampleitemevent" ("contract_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "reply", "sample_id", "settled_by_id", "settled_on", "state", "updated_at") VALUES (OLD."contract_id", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."remark", OLD."reply", OLD."sample_id", OLD."settled_by_id", OLD."settled_on", OLD."state", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_adb69() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_meetingitemevent" ("delivered", "filled", "id", "meeting_id", "note", "offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised", "requirement_id", "state", "unfilled_reason") VALUES (OLD."delivered", OLD."filled", OLD."id", OLD."meeting_id", OLD."note", OLD."offered", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."promised", OLD."requirement_id", OLD."state", OLD."unfilled_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_adf55() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_procurementpartyevent" ("case_number", "created_at", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "share_percent", "token", "updated_at") VALUES (OLD."case_number", OLD."created_at", OLD."department_id", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."procurement_id", OLD."share_percent", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_b1305() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_chartcommentevent" ("chart", "created_at", "created_by_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token", "undone_at", "undone_by_id", "year") VALUES (OLD."chart", OLD."created_at", OLD."created_by_id", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."text", OLD."token", OLD."undone_at", OLD."undone_by_id", OLD."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_b1cfb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "interchange_importbatchevent" ("applied_at", "counts", "created_at", "created_by_id", "filename", "id", "is_demo", "kind", "mapping", "message", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skipped", "state", "token", "undone_at", "undone_by_id") VALUES (OLD."applied_at", OLD."counts", OLD."created_at", OLD."created_by_id", OLD."filename", OLD."id", OLD."is_demo", OLD."kind", OLD."mapping", OLD."message", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."skipped", OLD."state", OLD."token", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_b2772() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_guidelineversionevent" ("created_at", "decided_by", "decided_goal_on", "decided_on", "document_url", "follow_goal", "id", "in_place_basis", "in_place_goal_on", "in_place_motive", "in_place_on", "limits", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_on", "published_on", "published_url", "reference", "seminars_held_on", "seminars_reference", "title", "token", "updated_at", "valid_from", "weights") VALUES (OLD."created_at", OLD."decided_by", OLD."decided_goal_on", OLD."decided_on", OLD."document_url", OLD."follow_goal", OLD."id", OLD."in_place_basis", OLD."in_place_goal_on", OLD."in_place_motive", OLD."in_place_on", OLD."limits", OLD."note", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."proposed_on", OLD."published_on", OLD."published_url", OLD."reference", OLD."seminars_held_on", OLD."seminars_reference", OLD."title", OLD."token", OLD."updated_at", OLD."valid_from", OLD."weights"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_b7c65() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurements_contractsupplierevent" ("contract_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "supplier_id") SELECT old_values."contract_id", old_values."id", _pgh_attached_context.value, NOW(), 'delete', old_values."id", old_values."rank", old_values."supplier_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_b9775() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_cooperationgroupevent" ("agreement_id", "created_at", "department_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "updated_at") VALUES (OLD."agreement_id", OLD."created_at", OLD."department_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_ba018() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_resultletterevent" ("batch", "contents", "department_id", "id", "is_demo", "made_at", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "snapshot_id", "supplier_id", "words") VALUES (OLD."batch", OLD."contents", OLD."department_id", OLD."id", OLD."is_demo", OLD."made_at", OLD."made_by_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."snapshot_id", OLD."supplier_id", OLD."words"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_bfcfb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_progressnoteevent" ("id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token", "written_at", "written_by_id") VALUES (OLD."id", OLD."item_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."text", OLD."token", OLD."written_at", OLD."written_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_c15cd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_groupmeetingevent" ("group_id", "held_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."group_id", OLD."held_on", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_c6de6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_targetevent" ("counted_kinds", "counting_rule", "created_at", "created_by_id", "decided_by_body", "decided_on", "department_id", "guideline_id", "id", "is_demo", "least_value", "measure", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "scope", "value", "version", "year") VALUES (OLD."counted_kinds", OLD."counting_rule", OLD."created_at", OLD."created_by_id", OLD."decided_by_body", OLD."decided_on", OLD."department_id", OLD."guideline_id", OLD."id", OLD."is_demo", OLD."least_value", OLD."measure", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reference", OLD."scope", OLD."value", OLD."version", OLD."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_c9a8c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_thresholdevent" ("created_at", "created_by_id", "direct_purchase", "direct_purchase_special", "goods_services", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "special_services", "token", "updated_at", "valid_from", "valid_to", "works") VALUES (OLD."created_at", OLD."created_by_id", OLD."direct_purchase", OLD."direct_purchase_special", OLD."goods_services", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."source", OLD."special_services", OLD."token", OLD."updated_at", OLD."valid_from", OLD."valid_to", OLD."works"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_ca896() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_pauseevent" ("created_at", "created_by_id", "from_on", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "to_on", "token") VALUES (OLD."created_at", OLD."created_by_id", OLD."from_on", OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placement_id", OLD."to_on", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_cec45() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_planevent" ("carried_from_id", "created_at", "created_by_id", "decided_by_body", "decided_on", "id", "introduction", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "reference", "scope", "state", "title", "token", "updated_at", "year") VALUES (OLD."carried_from_id", OLD."created_at", OLD."created_by_id", OLD."decided_by_body", OLD."decided_on", OLD."id", OLD."introduction", OLD."is_demo", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."published_at", OLD."published_by_id", OLD."reference", OLD."scope", OLD."state", OLD."title", OLD."token", OLD."updated_at", OLD."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_d052b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_requirementdecisionevent" ("created_at", "decided", "decided_by_id", "decided_on", "guideline_id", "id", "inputs", "motive", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "recommended", "score", "token") VALUES (OLD."created_at", OLD."decided", OLD."decided_by_id", OLD."decided_on", OLD."guideline_id", OLD."id", OLD."inputs", OLD."motive", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."procurement_id", OLD."recommended", OLD."score", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_d12c8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_agreementunionevent" ("agreement_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "union_id") VALUES (OLD."agreement_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."union_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_d407b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_goalevent" ("created_at", "created_by_id", "done_by_id", "done_on", "due_kind", "due_on", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token", "updated_at") VALUES (OLD."created_at", OLD."created_by_id", OLD."done_by_id", OLD."done_on", OLD."due_kind", OLD."due_on", OLD."id", OLD."item_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."text", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_d5236() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_reminderruleevent" ("after", "at_once", "before", "coordinator_after", "head_after", "id", "in_working_days", "is_required", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "repeat_every", "updated_at") VALUES (OLD."after", OLD."at_once", OLD."before", OLD."coordinator_after", OLD."head_after", OLD."id", OLD."in_working_days", OLD."is_required", OLD."kind", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."repeat_every", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_d8187() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_purgeitemevent" ("due_on", "id", "is_done", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_numbers", "record_class", "row_id", "run_id", "trigger_on") VALUES (OLD."due_on", OLD."id", OLD."is_done", OLD."participant_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placement_numbers", OLD."record_class", OLD."row_id", OLD."run_id", OLD."trigger_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_dbabc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_extensionoptionevent" ("contract_id", "created_at", "decided_by_id", "decided_on", "id", "last_call_on", "months", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "updated_at") VALUES (OLD."contract_id", OLD."created_at", OLD."decided_by_id", OLD."decided_on", OLD."id", OLD."last_call_on", OLD."months", OLD."note", OLD."outcome", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_dc555() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_waitingevent" ("created_at", "created_by_id", "ended_on", "id", "is_demo", "kinds", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "token") VALUES (OLD."created_at", OLD."created_by_id", OLD."ended_on", OLD."id", OLD."is_demo", OLD."kinds", OLD."participant_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."since", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_dce78() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_participantevent" ("case_reference", "code", "created_at", "created_by_id", "id", "is_demo", "is_protected", "matcher_id", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purged_on", "target_group_id", "token") VALUES (OLD."case_reference", OLD."code", OLD."created_at", OLD."created_by_id", OLD."id", OLD."is_demo", OLD."is_protected", OLD."matcher_id", OLD."merged_into_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."purged_on", OLD."target_group_id", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_dd2a8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_consultationevent" ("adjourned_to", "agreement_id", "assessment_id", "called_on", "central_meeting_on", "central_met_on", "central_outcome", "central_requested_by", "central_requested_on", "channel", "close_reason", "closed_on", "created_at", "department_id", "disagreement", "employer_view", "form", "id", "is_central_late", "local_closed_on", "matter", "meeting_on", "met_on", "minutes_approved_employer_on", "minutes_approved_union_by_id", "minutes_approved_union_on", "minutes_reference", "not_required_motive", "organisation_id", "paragraph", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "procurement_id", "proposal", "round_number", "route", "secrecy_reservation", "stage", "state", "supplier_id", "template_id", "token", "union_id", "union_view", "updated_at", "withdrawn_by", "withdrawn_on") VALUES (OLD."adjourned_to", OLD."agreement_id", OLD."assessment_id", OLD."called_on", OLD."central_meeting_on", OLD."central_met_on", OLD."central_outcome", OLD."central_requested_by", OLD."central_requested_on", OLD."channel", OLD."close_reason", OLD."closed_on", OLD."created_at", OLD."department_id", OLD."disagreement", OLD."employer_view", OLD."form", OLD."id", OLD."is_central_late", OLD."local_closed_on", OLD."matter", OLD."meeting_on", OLD."met_on", OLD."minutes_approved_employer_on", OLD."minutes_approved_union_by_id", OLD."minutes_approved_union_on", OLD."minutes_reference", OLD."not_required_motive", OLD."organisation_id", OLD."paragraph", OLD."participants", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place", OLD."procurement_id", OLD."proposal", OLD."round_number", OLD."route", OLD."secrecy_reservation", OLD."stage", OLD."state", OLD."supplier_id", OLD."template_id", OLD."token", OLD."union_id", OLD."union_view", OLD."updated_at", OLD."withdrawn_by", OLD."withdrawn_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_de832() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_takingpartevent" ("department_id", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."department_id", OLD."id", OLD."item_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_e1ed0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_lettermailevent" ("contact_id", "id", "letter_id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "token") VALUES (OLD."contact_id", OLD."id", OLD."letter_id", OLD."organisation_id", OLD."person_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."sent_at", OLD."sent_by_id", OLD."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_e4ac1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_assessmentevent" ("created_at", "decided_by_id", "decided_on", "department_id", "exemption", "exemption_reference", "id", "not_required_motive", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "reopened_on", "token", "updated_at") VALUES (OLD."created_at", OLD."decided_by_id", OLD."decided_on", OLD."department_id", OLD."exemption", OLD."exemption_reference", OLD."id", OLD."not_required_motive", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."procurement_id", OLD."reopened_on", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_e64e0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_lotevent" ("created_at", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "title", "token", "updated_at", "value") VALUES (OLD."created_at", OLD."id", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."procurement_id", OLD."title", OLD."token", OLD."updated_at", OLD."value"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_ea53f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_consentevent" ("document_reference", "given_on", "id", "is_demo", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "supplier_id", "token", "withdrawn_by_id", "withdrawn_on") VALUES (OLD."document_reference", OLD."given_on", OLD."id", OLD."is_demo", OLD."participant_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."purpose", OLD."recorded_at", OLD."recorded_by_id", OLD."supplier_id", OLD."token", OLD."withdrawn_by_id", OLD."withdrawn_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_f2787() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_remindersettingsevent" ("active_from", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_days", "send_at", "sends_heads", "updated_at") VALUES (OLD."active_from", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."quiet_days", OLD."send_at", OLD."sends_heads", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_f2c14() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_invitationevent" ("accepted_at", "accepted_by_id", "created_at", "department_id", "email", "id", "invited_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "sent_at", "token", "withdrawn_at") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."created_at", OLD."department_id", OLD."email", OLD."id", OLD."invited_by_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role", OLD."sent_at", OLD."token", OLD."withdrawn_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_f3f3d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_pointevent" ("contract_id", "created_at", "done_on", "due_on", "id", "is_by_hand", "kind", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state", "token", "updated_at") VALUES (OLD."contract_id", OLD."created_at", OLD."done_on", OLD."due_on", OLD."id", OLD."is_by_hand", OLD."kind", OLD."made_by_id", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reason", OLD."state", OLD."token", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_f5376() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_followupevent" ("answered_by_id", "answered_on", "created_at", "due_on", "id", "is_demo", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "situation", "stopped_on") VALUES (OLD."answered_by_id", OLD."answered_on", OLD."created_at", OLD."due_on", OLD."id", OLD."is_demo", OLD."months", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."placement_id", OLD."situation", OLD."stopped_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_f5ce2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_vetoevent" ("consultation_id", "created_at", "decision_maker", "declared_on", "facts", "ground", "id", "is_by_central", "legal_opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "resolved_on", "state", "supplier_id", "token", "union_id", "updated_at") VALUES (OLD."consultation_id", OLD."created_at", OLD."decision_maker", OLD."declared_on", OLD."facts", OLD."ground", OLD."id", OLD."is_by_central", OLD."legal_opinion", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."procurement_id", OLD."resolved_on", OLD."state", OLD."supplier_id", OLD."token", OLD."union_id", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_f6a66() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "interchange_columnmappingevent" ("id", "mapping", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signature", "updated_at") VALUES (OLD."id", OLD."mapping", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."signature", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_f791f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_savedfilterevent" ("created_at", "id", "list", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "user_id") VALUES (OLD."created_at", OLD."id", OLD."list", OLD."name", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."query", OLD."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_faf70() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_plansettingsevent" ("days_off", "id", "numbers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (OLD."days_off", OLD."id", OLD."numbers", OLD."organisation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_fc72d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reminders_deliveryeventevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."id", _pgh_attached_context.value, NOW(), 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_fe464() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reminders_reminderevent" ("audience", "context", "context_url", "created_at", "deadline_key", "department_id", "due_on", "id", "kind", "organisation_id", "permission", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "send_on", "step", "title", "url") SELECT old_values."audience", old_values."context", old_values."context_url", old_values."created_at", old_values."deadline_key", old_values."department_id", old_values."due_on", old_values."id", old_values."kind", old_values."organisation_id", old_values."permission", _pgh_attached_context.value, NOW(), 'delete', old_values."id", old_values."recipient_id", old_values."send_on", old_values."step", old_values."title", old_values."url" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_delete_delete_fea4d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_priorityanswersevent" ("answered_by_id", "candidates", "created_at", "entry_level", "id", "is_small_company_market", "labour_need", "labour_share", "months", "note", "persons", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "updated_at") VALUES (OLD."answered_by_id", OLD."candidates", OLD."created_at", OLD."entry_level", OLD."id", OLD."is_small_company_market", OLD."labour_need", OLD."labour_share", OLD."months", OLD."note", OLD."persons", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."procurement_id", OLD."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_007af() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_remindersettingsevent" ("active_from", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_days", "send_at", "sends_heads", "updated_at") VALUES (NEW."active_from", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."quiet_days", NEW."send_at", NEW."sends_heads", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_0240b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_sharelinkevent" ("created_at", "created_by_id", "expires_on", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_by_id", "snapshot_id", "year") VALUES (NEW."created_at", NEW."created_by_id", NEW."expires_on", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."revoked_at", NEW."revoked_by_id", NEW."snapshot_id", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_028c3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_matchingsettingsevent" ("decided_by_body", "decided_on", "follow_up_months", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "uses_target_groups") VALUES (NEW."decided_by_body", NEW."decided_on", NEW."follow_up_months", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."organisation_id", NEW."reference", NEW."updated_at", NEW."uses_target_groups"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_080ca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_plansettingsevent" ("days_off", "id", "numbers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."days_off", NEW."id", NEW."numbers", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_09cf7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_pointevent" ("contract_id", "created_at", "done_on", "due_on", "id", "is_by_hand", "kind", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state", "token", "updated_at") VALUES (NEW."contract_id", NEW."created_at", NEW."done_on", NEW."due_on", NEW."id", NEW."is_by_hand", NEW."kind", NEW."made_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."state", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_0b0e1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_followupplanevent" ("contact_id", "contract_id", "created_at", "decided_at", "decided_by_id", "id", "intensity", "motive", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."contact_id", NEW."contract_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."intensity", NEW."motive", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_0bc85() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_purgeitemevent" ("due_on", "id", "is_done", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_numbers", "record_class", "row_id", "run_id", "trigger_on") VALUES (NEW."due_on", NEW."id", NEW."is_done", NEW."participant_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placement_numbers", NEW."record_class", NEW."row_id", NEW."run_id", NEW."trigger_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_0c5f2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_chartcommentevent" ("chart", "created_at", "created_by_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token", "undone_at", "undone_by_id", "year") VALUES (NEW."chart", NEW."created_at", NEW."created_by_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."text", NEW."token", NEW."undone_at", NEW."undone_by_id", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_0cfd8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_meetingevent" ("agreed", "attendance", "cancelled_reason", "closed_at", "closed_by_id", "contract_id", "created_at", "form", "good_experience", "held_on", "id", "kind", "made_by_id", "next_on", "obstacles", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_at", "point_id", "procurement_id", "state", "token", "updated_at") VALUES (NEW."agreed", NEW."attendance", NEW."cancelled_reason", NEW."closed_at", NEW."closed_by_id", NEW."contract_id", NEW."created_at", NEW."form", NEW."good_experience", NEW."held_on", NEW."id", NEW."kind", NEW."made_by_id", NEW."next_on", NEW."obstacles", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place", NEW."planned_at", NEW."point_id", NEW."procurement_id", NEW."state", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_0fbb0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_publishedyearevent" ("id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "year") VALUES (NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."published_at", NEW."published_by_id", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_11897() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_procurementpartyevent" ("case_number", "created_at", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "share_percent", "token", "updated_at") VALUES (NEW."case_number", NEW."created_at", NEW."department_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."procurement_id", NEW."share_percent", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_14f31() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_creditevent" ("amount", "contract_id", "created_at", "granted_by_id", "granted_on", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requirement_id", "source", "source_key", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."amount", NEW."contract_id", NEW."created_at", NEW."granted_by_id", NEW."granted_on", NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."requirement_id", NEW."source", NEW."source_key", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_17709() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_evidenceevent" ("content_type", "created_at", "file", "id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "sha256", "size", "title", "token", "uploaded_by_id") VALUES (NEW."content_type", NEW."created_at", NEW."file", NEW."id", NEW."line_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."request_id", NEW."sha256", NEW."size", NEW."title", NEW."token", NEW."uploaded_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_1b7b6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_meetingitemevent" ("delivered", "filled", "id", "meeting_id", "note", "offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised", "requirement_id", "state", "unfilled_reason") VALUES (NEW."delivered", NEW."filled", NEW."id", NEW."meeting_id", NEW."note", NEW."offered", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."promised", NEW."requirement_id", NEW."state", NEW."unfilled_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_1caba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_placementevent" ("contract_id", "created_at", "created_by_id", "end_reason", "ended_on", "exited_on", "extent_percent", "id", "is_demo", "kind", "number", "offer_id", "organisation_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end_on", "planned_start_on", "referring_body", "started_on", "state", "supervisor_role", "supplier_id", "token", "undone_at", "undone_by_id") VALUES (NEW."contract_id", NEW."created_at", NEW."created_by_id", NEW."end_reason", NEW."ended_on", NEW."exited_on", NEW."extent_percent", NEW."id", NEW."is_demo", NEW."kind", NEW."number", NEW."offer_id", NEW."organisation_id", NEW."participant_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."planned_end_on", NEW."planned_start_on", NEW."referring_body", NEW."started_on", NEW."state", NEW."supervisor_role", NEW."supplier_id", NEW."token", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_1d714() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_participantevent" ("case_reference", "code", "created_at", "created_by_id", "id", "is_demo", "is_protected", "matcher_id", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purged_on", "target_group_id", "token") VALUES (NEW."case_reference", NEW."code", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_demo", NEW."is_protected", NEW."matcher_id", NEW."merged_into_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."purged_on", NEW."target_group_id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_25690() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurements_requirementevent" ("allows_termination", "blocks_call_offs", "bonus_ceiling", "bonus_rate", "clause_id", "clause_text", "contract_id", "count", "counts_attempts", "created_at", "created_by_id", "due_on", "ends_on", "first_start_within_months", "follow_up_by", "geographic_restriction", "id", "kind", "late_motive", "model", "note", "penalty_amount", "penalty_cap", "penalty_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "quantity_basis", "rate", "rectification_days", "report_on", "reserved_share", "source_id", "starts_on", "token", "unit", "updated_at") SELECT new_values."allows_termination", new_values."blocks_call_offs", new_values."bonus_ceiling", new_values."bonus_rate", new_values."clause_id", new_values."clause_text", new_values."contract_id", new_values."count", new_values."counts_attempts", new_values."created_at", new_values."created_by_id", new_values."due_on", new_values."ends_on", new_values."first_start_within_months", new_values."follow_up_by", new_values."geographic_restriction", new_values."id", new_values."kind", new_values."late_motive", new_values."model", new_values."note", new_values."penalty_amount", new_values."penalty_cap", new_values."penalty_unit", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."procurement_id", new_values."quantity_basis", new_values."rate", new_values."rectification_days", new_values."report_on", new_values."reserved_share", new_values."source_id", new_values."starts_on", new_values."token", new_values."unit", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_2612f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "suppliers_supplierevent" ("created_at", "id", "is_demo", "is_sole_trader", "name", "org_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token") VALUES (NEW."created_at", NEW."id", NEW."is_demo", NEW."is_sole_trader", NEW."name", NEW."org_number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_26abe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_followupevent" ("answered_by_id", "answered_on", "created_at", "due_on", "id", "is_demo", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "situation", "stopped_on") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."created_at", NEW."due_on", NEW."id", NEW."is_demo", NEW."months", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placement_id", NEW."situation", NEW."stopped_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_2825c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_activityevent" ("contract_id", "created_at", "created_by_id", "held_on", "id", "is_demo", "kind", "organisation_id", "participant_count", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supplier_id", "token", "topic") VALUES (NEW."contract_id", NEW."created_at", NEW."created_by_id", NEW."held_on", NEW."id", NEW."is_demo", NEW."kind", NEW."organisation_id", NEW."participant_count", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."supplier_id", NEW."token", NEW."topic"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_28b5c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_calendarfeedevent" ("created_at", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renewed_at", "user_id") VALUES (NEW."created_at", NEW."department_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."renewed_at", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_2c400() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_placementlineevent" ("answer", "ended_month", "extent_percent", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "request_id", "starts_month") VALUES (NEW."answer", NEW."ended_month", NEW."extent_percent", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placement_id", NEW."request_id", NEW."starts_month"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_2cb0e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "onboarding_onboardingstepevent" ("created_at", "done_on", "id", "note", "onboarding_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "state", "step", "updated_at", "written_by_id") VALUES (NEW."created_at", NEW."done_on", NEW."id", NEW."note", NEW."onboarding_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reference", NEW."state", NEW."step", NEW."updated_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_32fba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_pulseevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_35b30() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_agreementdepartmentevent" ("agreement_id", "department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agreement_id", NEW."department_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_37e34() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_retentionruleevent" ("action", "decided_by_body", "decided_on", "id", "months", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_class", "reference", "trigger", "updated_at") VALUES (NEW."action", NEW."decided_by_body", NEW."decided_on", NEW."id", NEW."months", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."record_class", NEW."reference", NEW."trigger", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_3867c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_userevent" ("created_at", "email", "id", "is_active", "is_demo", "last_login", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."is_demo", NEW."last_login", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_38f3b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_planevent" ("carried_from_id", "created_at", "created_by_id", "decided_by_body", "decided_on", "id", "introduction", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "reference", "scope", "state", "title", "token", "updated_at", "year") VALUES (NEW."carried_from_id", NEW."created_at", NEW."created_by_id", NEW."decided_by_body", NEW."decided_on", NEW."id", NEW."introduction", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."published_at", NEW."published_by_id", NEW."reference", NEW."scope", NEW."state", NEW."title", NEW."token", NEW."updated_at", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_39a43() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_intensityruleevent" ("deep_from_value", "deep_models", "id", "normal_from_value", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."deep_from_value", NEW."deep_models", NEW."id", NEW."normal_from_value", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_3d2e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reminders_reminderevent" ("audience", "context", "context_url", "created_at", "deadline_key", "department_id", "due_on", "id", "kind", "organisation_id", "permission", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "send_on", "step", "title", "url") SELECT new_values."audience", new_values."context", new_values."context_url", new_values."created_at", new_values."deadline_key", new_values."department_id", new_values."due_on", new_values."id", new_values."kind", new_values."organisation_id", new_values."permission", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."recipient_id", new_values."send_on", new_values."step", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_3dc73() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_goalevent" ("created_at", "created_by_id", "done_by_id", "done_on", "due_kind", "due_on", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token", "updated_at") VALUES (NEW."created_at", NEW."created_by_id", NEW."done_by_id", NEW."done_on", NEW."due_kind", NEW."due_on", NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."text", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_3dcc8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_documentevent" ("consultation_id", "content_type", "created_at", "file", "id", "is_shared", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "title", "token", "uploaded_by_id") VALUES (NEW."consultation_id", NEW."content_type", NEW."created_at", NEW."file", NEW."id", NEW."is_shared", NEW."kind", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."sha256", NEW."size", NEW."title", NEW."token", NEW."uploaded_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_45330() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "onboarding_onboardingevent" ("created_at", "created_by_id", "finished_by_id", "finished_on", "id", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_on", "responsible_id", "started_on", "token", "updated_at") VALUES (NEW."created_at", NEW."created_by_id", NEW."finished_by_id", NEW."finished_on", NEW."id", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."ready_on", NEW."responsible_id", NEW."started_on", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_453e0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_groupmeetingevent" ("group_id", "held_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."group_id", NEW."held_on", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_4792a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_overrideevent" ("created_at", "created_by_id", "decided_on", "decision_maker", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "reason", "reference", "stage", "token") VALUES (NEW."created_at", NEW."created_by_id", NEW."decided_on", NEW."decision_maker", NEW."department_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."procurement_id", NEW."reason", NEW."reference", NEW."stage", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_4fb01() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_extensionoptionevent" ("contract_id", "created_at", "decided_by_id", "decided_on", "id", "last_call_on", "months", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "updated_at") VALUES (NEW."contract_id", NEW."created_at", NEW."decided_by_id", NEW."decided_on", NEW."id", NEW."last_call_on", NEW."months", NEW."note", NEW."outcome", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_553f4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_resultletterevent" ("batch", "contents", "department_id", "id", "is_demo", "made_at", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "snapshot_id", "supplier_id", "words") VALUES (NEW."batch", NEW."contents", NEW."department_id", NEW."id", NEW."is_demo", NEW."made_at", NEW."made_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."snapshot_id", NEW."supplier_id", NEW."words"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_566c5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "suppliers_suppliercontactevent" ("created_at", "email", "id", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "role", "supplier_id", "token") VALUES (NEW."created_at", NEW."email", NEW."id", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phone", NEW."role", NEW."supplier_id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_596af() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_reminderruleevent" ("after", "at_once", "before", "coordinator_after", "head_after", "id", "in_working_days", "is_required", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "repeat_every", "updated_at") VALUES (NEW."after", NEW."at_once", NEW."before", NEW."coordinator_after", NEW."head_after", NEW."id", NEW."in_working_days", NEW."is_required", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."repeat_every", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_5b221() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "interchange_columnmappingevent" ("id", "mapping", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signature", "updated_at") VALUES (NEW."id", NEW."mapping", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."signature", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_5b8f6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_reportlineevent" ("attempts", "filled", "full_time_months", "has_documented_attempts", "hours", "id", "offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "requirement_id", "unfilled_reason") VALUES (NEW."attempts", NEW."filled", NEW."full_time_months", NEW."has_documented_attempts", NEW."hours", NEW."id", NEW."offered", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."request_id", NEW."requirement_id", NEW."unfilled_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_5c0cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "interchange_importrowevent" ("batch_id", "details", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet", "status", "title") SELECT new_values."batch_id", new_values."details", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."sheet", new_values."status", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_5c297() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_targetevent" ("counted_kinds", "counting_rule", "created_at", "created_by_id", "decided_by_body", "decided_on", "department_id", "guideline_id", "id", "is_demo", "least_value", "measure", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "scope", "value", "version", "year") VALUES (NEW."counted_kinds", NEW."counting_rule", NEW."created_at", NEW."created_by_id", NEW."decided_by_body", NEW."decided_on", NEW."department_id", NEW."guideline_id", NEW."id", NEW."is_demo", NEW."least_value", NEW."measure", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reference", NEW."scope", NEW."value", NEW."version", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_5cb25() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurements_procurementevent" ("accepts_e_tenders", "award_decided_on", "award_notice_sent_on", "cancelled_on", "case_number", "closed_on", "contracted_value", "court_decided_on", "cpv_id", "created_at", "decision_to_publish_on", "department_id", "documents_are_online", "estimated_value", "framework_reasons", "guideline_id", "has_prior_notice", "id", "is_accelerated", "is_demo", "is_framework", "is_standstill_lifted", "kind", "necessity_assessed_on", "necessity_note", "need_registered_on", "note", "notice_id", "notice_mode", "opened_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "phase_before", "planned_publication_on", "planned_signing_on", "procedure", "published_on", "questions_close_on", "reason", "responsible_id", "review_applied_on", "sent_for_publication_on", "social_flag", "source_id", "standstill_days_stated", "tender_deadline_at", "title", "token", "updated_at") SELECT new_values."accepts_e_tenders", new_values."award_decided_on", new_values."award_notice_sent_on", new_values."cancelled_on", new_values."case_number", new_values."closed_on", new_values."contracted_value", new_values."court_decided_on", new_values."cpv_id", new_values."created_at", new_values."decision_to_publish_on", new_values."department_id", new_values."documents_are_online", new_values."estimated_value", new_values."framework_reasons", new_values."guideline_id", new_values."has_prior_notice", new_values."id", new_values."is_accelerated", new_values."is_demo", new_values."is_framework", new_values."is_standstill_lifted", new_values."kind", new_values."necessity_assessed_on", new_values."necessity_note", new_values."need_registered_on", new_values."note", new_values."notice_id", new_values."notice_mode", new_values."opened_on", new_values."organisation_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."phase", new_values."phase_before", new_values."planned_publication_on", new_values."planned_signing_on", new_values."procedure", new_values."published_on", new_values."questions_close_on", new_values."reason", new_values."responsible_id", new_values."review_applied_on", new_values."sent_for_publication_on", new_values."social_flag", new_values."source_id", new_values."standstill_days_stated", new_values."tender_deadline_at", new_values."title", new_values."token", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_5d337() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_deviationevent" ("cause", "closed_by_id", "closed_on", "contract_id", "created_at", "due_on", "exemption_reason", "id", "made_by_id", "measure", "meeting_id", "organisation_id", "outcome", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "raised_key", "raised_on", "request_id", "requirement_id", "state", "token", "updated_at", "what") VALUES (NEW."cause", NEW."closed_by_id", NEW."closed_on", NEW."contract_id", NEW."created_at", NEW."due_on", NEW."exemption_reason", NEW."id", NEW."made_by_id", NEW."measure", NEW."meeting_id", NEW."organisation_id", NEW."outcome", NEW."owner_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."point_id", NEW."raised_key", NEW."raised_on", NEW."request_id", NEW."requirement_id", NEW."state", NEW."token", NEW."updated_at", NEW."what"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_62707() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_lettermailevent" ("contact_id", "id", "letter_id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "token") VALUES (NEW."contact_id", NEW."id", NEW."letter_id", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."sent_at", NEW."sent_by_id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_64044() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "interchange_importbatchevent" ("applied_at", "counts", "created_at", "created_by_id", "filename", "id", "is_demo", "kind", "mapping", "message", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skipped", "state", "token", "undone_at", "undone_by_id") VALUES (NEW."applied_at", NEW."counts", NEW."created_at", NEW."created_by_id", NEW."filename", NEW."id", NEW."is_demo", NEW."kind", NEW."mapping", NEW."message", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."skipped", NEW."state", NEW."token", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_66a5c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_organisationevent" ("active_from", "created_at", "id", "is_demo", "kind", "municipality_code", "name", "org_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "small_number_limit") VALUES (NEW."active_from", NEW."created_at", NEW."id", NEW."is_demo", NEW."kind", NEW."municipality_code", NEW."name", NEW."org_number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."small_number_limit"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_692b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_placeofferevent" ("closed_on", "contract_id", "count", "created_at", "created_by_id", "from_on", "id", "is_demo", "kind", "occupation", "offered_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "requirements", "supplier_id", "to_on", "token", "unfilled_reason") VALUES (NEW."closed_on", NEW."contract_id", NEW."count", NEW."created_at", NEW."created_by_id", NEW."from_on", NEW."id", NEW."is_demo", NEW."kind", NEW."occupation", NEW."offered_on", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place", NEW."requirements", NEW."supplier_id", NEW."to_on", NEW."token", NEW."unfilled_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_6a911() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "suppliers_supplieraliasevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supplier_id") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."supplier_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_6a9fb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_takingpartevent" ("department_id", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."department_id", NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_6f45f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurements_contractevent" ("ceiling_value", "created_at", "documentation_done_on", "ends_on", "framework_id", "has_option_clause", "id", "is_until_further_notice", "kind", "latest_end_on", "lot_id", "no_requirement_by_id", "no_requirement_on", "no_requirement_reason", "number", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "result_notice_sent_on", "signed_on", "source_values", "starts_on", "title", "token", "updated_at", "value") SELECT new_values."ceiling_value", new_values."created_at", new_values."documentation_done_on", new_values."ends_on", new_values."framework_id", new_values."has_option_clause", new_values."id", new_values."is_until_further_notice", new_values."kind", new_values."latest_end_on", new_values."lot_id", new_values."no_requirement_by_id", new_values."no_requirement_on", new_values."no_requirement_reason", new_values."number", new_values."organisation_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."procurement_id", new_values."result_notice_sent_on", new_values."signed_on", new_values."source_values", new_values."starts_on", new_values."title", new_values."token", new_values."updated_at", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_6ffcb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_unionevent" ("central_id", "created_at", "has_collective_agreement", "id", "is_active", "level", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "updated_at") VALUES (NEW."central_id", NEW."created_at", NEW."has_collective_agreement", NEW."id", NEW."is_active", NEW."level", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_72c48() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_meetingtaskevent" ("done_by_id", "done_on", "due_on", "id", "meeting_id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."meeting_id", NEW."owner", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."what"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_76018() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_cooperationgroupevent" ("agreement_id", "created_at", "department_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "updated_at") VALUES (NEW."agreement_id", NEW."created_at", NEW."department_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_771ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_cpvcodeevent" ("code", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."label", _pgh_attach_context(), NOW(), 'insert', NEW."code"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_78d59() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_thresholdevent" ("created_at", "created_by_id", "direct_purchase", "direct_purchase_special", "goods_services", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "special_services", "token", "updated_at", "valid_from", "valid_to", "works") VALUES (NEW."created_at", NEW."created_by_id", NEW."direct_purchase", NEW."direct_purchase_special", NEW."goods_services", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."source", NEW."special_services", NEW."token", NEW."updated_at", NEW."valid_from", NEW."valid_to", NEW."works"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_790d0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_bouncingaddressevent" ("answer", "cleared_at", "cleared_by_id", "code", "email", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since") VALUES (NEW."answer", NEW."cleared_at", NEW."cleared_by_id", NEW."code", NEW."email", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."since"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_797e5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_clauseevent" ("created_at", "guideline_id", "has_call_off_block", "has_penalty", "has_rectification", "has_termination", "id", "is_draft", "kind", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text", "title", "token", "updated_at") VALUES (NEW."created_at", NEW."guideline_id", NEW."has_call_off_block", NEW."has_penalty", NEW."has_rectification", NEW."has_termination", NEW."id", NEW."is_draft", NEW."kind", NEW."model", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."source", NEW."text", NEW."title", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_7bb34() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_priorityanswersevent" ("answered_by_id", "candidates", "created_at", "entry_level", "id", "is_small_company_market", "labour_need", "labour_share", "months", "note", "persons", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "updated_at") VALUES (NEW."answered_by_id", NEW."candidates", NEW."created_at", NEW."entry_level", NEW."id", NEW."is_small_company_market", NEW."labour_need", NEW."labour_share", NEW."months", NEW."note", NEW."persons", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."procurement_id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_8144e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_uniondepartmentevent" ("department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "union_id") VALUES (NEW."department_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."union_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_81804() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "procurements_contractsupplierevent" ("contract_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "supplier_id") SELECT new_values."contract_id", new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."rank", new_values."supplier_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_82421() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_disclosureevent" ("consent_id", "ground", "harm_test_reference", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "recorded_at", "recorded_by_id", "supplier_id", "token", "told", "told_on") VALUES (NEW."consent_id", NEW."ground", NEW."harm_test_reference", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placement_id", NEW."recorded_at", NEW."recorded_by_id", NEW."supplier_id", NEW."token", NEW."told", NEW."told_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_8408b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_cooperationagreementevent" ("central_request_days", "created_at", "id", "name", "note", "organisation_id", "paragraphs", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "token", "updated_at", "valid_from", "valid_to") VALUES (NEW."central_request_days", NEW."created_at", NEW."id", NEW."name", NEW."note", NEW."organisation_id", NEW."paragraphs", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reference", NEW."token", NEW."updated_at", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_8496d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_itemlinkevent" ("guideline_id", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id") VALUES (NEW."guideline_id", NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."procurement_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_85b04() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_snapshotevent" ("as_of", "definitions_version", "figures", "frozen_at", "frozen_by_id", "id", "is_demo", "note", "organisation_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "year") VALUES (NEW."as_of", NEW."definitions_version", NEW."figures", NEW."frozen_at", NEW."frozen_by_id", NEW."id", NEW."is_demo", NEW."note", NEW."organisation_id", NEW."period", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."token", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_86804() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_unionrepresentativeevent" ("created_at", "email", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "token", "union_id", "updated_at", "user_id") VALUES (NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role", NEW."token", NEW."union_id", NEW."updated_at", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_869bd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_reporteventevent" ("at", "by_id", "comment", "id", "is_on_behalf", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reporter", "request_id", "state") VALUES (NEW."at", NEW."by_id", NEW."comment", NEW."id", NEW."is_on_behalf", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reporter", NEW."request_id", NEW."state"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_8a77f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_yearlycostevent" ("coordination", "id", "is_demo", "matchers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "social_gain", "source", "token", "updated_at", "updated_by_id", "year") VALUES (NEW."coordination", NEW."id", NEW."is_demo", NEW."matchers", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."social_gain", NEW."source", NEW."token", NEW."updated_at", NEW."updated_by_id", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_8bc6b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_sampleitemevent" ("contract_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "reply", "sample_id", "settled_by_id", "settled_on", "state", "updated_at") VALUES (NEW."contract_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."remark", NEW."reply", NEW."sample_id", NEW."settled_by_id", NEW."settled_on", NEW."state", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_8c354() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_invitationevent" ("accepted_at", "accepted_by_id", "created_at", "department_id", "email", "id", "invited_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "sent_at", "token", "withdrawn_at") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."created_at", NEW."department_id", NEW."email", NEW."id", NEW."invited_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role", NEW."sent_at", NEW."token", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_8c87c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_sanctionevent" ("amount", "created_at", "decided_by_id", "decided_on", "deviation_id", "id", "letter", "made_by_id", "mailed_to", "motive", "organisation_id", "override_motive", "penalty_units", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rectify_by", "replied_on", "replier", "reply", "reply_by", "state", "step", "token", "updated_at") VALUES (NEW."amount", NEW."created_at", NEW."decided_by_id", NEW."decided_on", NEW."deviation_id", NEW."id", NEW."letter", NEW."made_by_id", NEW."mailed_to", NEW."motive", NEW."organisation_id", NEW."override_motive", NEW."penalty_units", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rectify_by", NEW."replied_on", NEW."replier", NEW."reply", NEW."reply_by", NEW."state", NEW."step", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_9079d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_planchangeevent" ("assessment_id", "changes", "created_at", "dates", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_at", "seen_by_id") VALUES (NEW."assessment_id", NEW."changes", NEW."created_at", NEW."dates", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."seen_at", NEW."seen_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_929ec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_pauseevent" ("created_at", "created_by_id", "from_on", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "to_on", "token") VALUES (NEW."created_at", NEW."created_by_id", NEW."from_on", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placement_id", NEW."to_on", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_9514f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_sampleevent" ("drawn_at", "drawn_by_id", "drawn_from", "id", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seed", "size", "token") VALUES (NEW."drawn_at", NEW."drawn_by_id", NEW."drawn_from", NEW."id", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."seed", NEW."size", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_99a29() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_deadlinenoteevent" ("answer", "context", "created_at", "created_by_id", "deadline_key", "department_id", "due_on", "id", "new_due_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "title", "token", "undone_at", "undone_by_id", "url") VALUES (NEW."answer", NEW."context", NEW."created_at", NEW."created_by_id", NEW."deadline_key", NEW."department_id", NEW."due_on", NEW."id", NEW."new_due_on", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."title", NEW."token", NEW."undone_at", NEW."undone_by_id", NEW."url"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_9a32a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_guidelineversionevent" ("created_at", "decided_by", "decided_goal_on", "decided_on", "document_url", "follow_goal", "id", "in_place_basis", "in_place_goal_on", "in_place_motive", "in_place_on", "limits", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_on", "published_on", "published_url", "reference", "seminars_held_on", "seminars_reference", "title", "token", "updated_at", "valid_from", "weights") VALUES (NEW."created_at", NEW."decided_by", NEW."decided_goal_on", NEW."decided_on", NEW."document_url", NEW."follow_goal", NEW."id", NEW."in_place_basis", NEW."in_place_goal_on", NEW."in_place_motive", NEW."in_place_on", NEW."limits", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."proposed_on", NEW."published_on", NEW."published_url", NEW."reference", NEW."seminars_held_on", NEW."seminars_reference", NEW."title", NEW."token", NEW."updated_at", NEW."valid_from", NEW."weights"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_9bb89() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_seminarsideevent" ("department_id", "id", "invited_at", "organisation_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seminar_id") VALUES (NEW."department_id", NEW."id", NEW."invited_at", NEW."organisation_id", NEW."participants", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."seminar_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_a09cf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_itemevent" ("background", "carried_from_id", "created_at", "created_by_id", "id", "moved_reason", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "purpose", "responsible_id", "responsible_role", "state", "title", "token", "updated_at") VALUES (NEW."background", NEW."carried_from_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."moved_reason", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."plan_id", NEW."position", NEW."purpose", NEW."responsible_id", NEW."responsible_role", NEW."state", NEW."title", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_a13e4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_consentevent" ("document_reference", "given_on", "id", "is_demo", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "supplier_id", "token", "withdrawn_by_id", "withdrawn_on") VALUES (NEW."document_reference", NEW."given_on", NEW."id", NEW."is_demo", NEW."participant_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."supplier_id", NEW."token", NEW."withdrawn_by_id", NEW."withdrawn_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_a9461() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_seminarevent" ("cancelled_reason", "content", "created_at", "created_by_id", "id", "is_demo", "material_url", "minutes", "organisation_id", "outcome", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "responsible_id", "roles", "starts_at", "state", "token", "topic", "updated_at") VALUES (NEW."cancelled_reason", NEW."content", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_demo", NEW."material_url", NEW."minutes", NEW."organisation_id", NEW."outcome", NEW."participants", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place", NEW."responsible_id", NEW."roles", NEW."starts_at", NEW."state", NEW."token", NEW."topic", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_aada2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_requirementdecisionevent" ("created_at", "decided", "decided_by_id", "decided_on", "guideline_id", "id", "inputs", "motive", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "recommended", "score", "token") VALUES (NEW."created_at", NEW."decided", NEW."decided_by_id", NEW."decided_on", NEW."guideline_id", NEW."id", NEW."inputs", NEW."motive", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."procurement_id", NEW."recommended", NEW."score", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_abff2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_checklisttemplateevent" ("created_at", "created_by_id", "id", "items", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "version") VALUES (NEW."created_at", NEW."created_by_id", NEW."id", NEW."items", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."token", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_ae86b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_targetgroupevent" ("created_at", "id", "is_in_use", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."id", NEW."is_in_use", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_b098e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_purgerunevent" ("approved_at", "approved_by_id", "as_of", "executed_at", "id", "made_at", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rules", "state", "token") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."as_of", NEW."executed_at", NEW."id", NEW."made_at", NEW."made_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rules", NEW."state", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_b1a91() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_blackoutevent" ("created_at", "department_id", "first_on", "id", "label", "last_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "union_id", "updated_at") VALUES (NEW."created_at", NEW."department_id", NEW."first_on", NEW."id", NEW."label", NEW."last_on", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."token", NEW."union_id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_b4692() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_departmentevent" ("contact_id", "created_at", "head_id", "id", "is_active", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token") VALUES (NEW."contact_id", NEW."created_at", NEW."head_id", NEW."id", NEW."is_active", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_bb841() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "interchange_importchangeevent" ("after", "batch_id", "before", "id", "model", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."after", new_values."batch_id", new_values."before", new_values."id", new_values."model", new_values."object_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_bb980() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reminders_outboxmailevent" ("created_at", "created_by_id", "due_at", "id", "kind", "last_answer", "message_id", "not_after", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "slot", "subject", "to_address") SELECT new_values."created_at", new_values."created_by_id", new_values."due_at", new_values."id", new_values."kind", new_values."last_answer", new_values."message_id", new_values."not_after", new_values."organisation_id", _pgh_attached_context.value, NOW(), 'insert', new_values."id", new_values."recipient_id", new_values."slot", new_values."subject", new_values."to_address" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_c03a2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_lotevent" ("created_at", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "title", "token", "updated_at", "value") VALUES (NEW."created_at", NEW."id", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."procurement_id", NEW."title", NEW."token", NEW."updated_at", NEW."value"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_c1cc0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_answerevent" ("answered_by_id", "answered_on", "assessment_id", "id", "is_yes", "motive", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "updated_at") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."assessment_id", NEW."id", NEW."is_yes", NEW."motive", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."question", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_caefb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_evaluationevent" ("change_next", "contract_id", "created_at", "delivered", "dose_advice", "held_on", "id", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "worked") VALUES (NEW."change_next", NEW."contract_id", NEW."created_at", NEW."delivered", NEW."dose_advice", NEW."held_on", NEW."id", NEW."made_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."token", NEW."worked"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_cc229() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reminders_deliveryeventevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_ceded() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_namingdecisionevent" ("created_at", "created_by_id", "decided_by_body", "decided_on", "id", "is_demo", "names_suppliers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "token") VALUES (NEW."created_at", NEW."created_by_id", NEW."decided_by_body", NEW."decided_on", NEW."id", NEW."is_demo", NEW."names_suppliers", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reference", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_d0b5b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_consultationevent" ("adjourned_to", "agreement_id", "assessment_id", "called_on", "central_meeting_on", "central_met_on", "central_outcome", "central_requested_by", "central_requested_on", "channel", "close_reason", "closed_on", "created_at", "department_id", "disagreement", "employer_view", "form", "id", "is_central_late", "local_closed_on", "matter", "meeting_on", "met_on", "minutes_approved_employer_on", "minutes_approved_union_by_id", "minutes_approved_union_on", "minutes_reference", "not_required_motive", "organisation_id", "paragraph", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "procurement_id", "proposal", "round_number", "route", "secrecy_reservation", "stage", "state", "supplier_id", "template_id", "token", "union_id", "union_view", "updated_at", "withdrawn_by", "withdrawn_on") VALUES (NEW."adjourned_to", NEW."agreement_id", NEW."assessment_id", NEW."called_on", NEW."central_meeting_on", NEW."central_met_on", NEW."central_outcome", NEW."central_requested_by", NEW."central_requested_on", NEW."channel", NEW."close_reason", NEW."closed_on", NEW."created_at", NEW."department_id", NEW."disagreement", NEW."employer_view", NEW."form", NEW."id", NEW."is_central_late", NEW."local_closed_on", NEW."matter", NEW."meeting_on", NEW."met_on", NEW."minutes_approved_employer_on", NEW."minutes_approved_union_by_id", NEW."minutes_approved_union_on", NEW."minutes_reference", NEW."not_required_motive", NEW."organisation_id", NEW."paragraph", NEW."participants", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place", NEW."procurement_id", NEW."proposal", NEW."round_number", NEW."route", NEW."secrecy_reservation", NEW."stage", NEW."state", NEW."supplier_id", NEW."template_id", NEW."token", NEW."union_id", NEW."union_view", NEW."updated_at", NEW."withdrawn_by", NEW."withdrawn_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_d3078() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_agreementunionevent" ("agreement_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "union_id") VALUES (NEW."agreement_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."union_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_ddfe3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_noticechoiceevent" ("frequency", "id", "muted_kinds", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "user_id") VALUES (NEW."frequency", NEW."id", NEW."muted_kinds", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."updated_at", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_df70d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_waitingevent" ("created_at", "created_by_id", "ended_on", "id", "is_demo", "kinds", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "token") VALUES (NEW."created_at", NEW."created_by_id", NEW."ended_on", NEW."id", NEW."is_demo", NEW."kinds", NEW."participant_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."since", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_e95ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_reportrequestevent" ("asked_at", "asked_by_id", "contact_email", "contact_name", "contract_id", "draft", "due_on", "id", "kind", "organisation_id", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "received_at", "reporter", "settled_at", "settled_by_id", "started_at", "state", "supplier_id", "token", "updated_at", "version") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."contact_email", NEW."contact_name", NEW."contract_id", NEW."draft", NEW."due_on", NEW."id", NEW."kind", NEW."organisation_id", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."point_id", NEW."received_at", NEW."reporter", NEW."settled_at", NEW."settled_by_id", NEW."started_at", NEW."state", NEW."supplier_id", NEW."token", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_ecfca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_savedfilterevent" ("created_at", "id", "list", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "user_id") VALUES (NEW."created_at", NEW."id", NEW."list", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."query", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_f0dc2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_commentevent" ("by_id", "consultation_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token") VALUES (NEW."by_id", NEW."consultation_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."text", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_f7697() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_assessmentevent" ("created_at", "decided_by_id", "decided_on", "department_id", "exemption", "exemption_reference", "id", "not_required_motive", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "reopened_on", "token", "updated_at") VALUES (NEW."created_at", NEW."decided_by_id", NEW."decided_on", NEW."department_id", NEW."exemption", NEW."exemption_reference", NEW."id", NEW."not_required_motive", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."procurement_id", NEW."reopened_on", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_f8e05() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_progressnoteevent" ("id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token", "written_at", "written_by_id") VALUES (NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."text", NEW."token", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_fa610() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_approvalevent" ("at", "by_id", "how", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."at", NEW."by_id", NEW."how", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_fc05a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_membershipevent" ("created_at", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."created_at", NEW."department_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_fcb66() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_seminarlinkevent" ("guideline_id", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seminar_id") VALUES (NEW."guideline_id", NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."seminar_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_fd249() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_vetoevent" ("consultation_id", "created_at", "decision_maker", "declared_on", "facts", "ground", "id", "is_by_central", "legal_opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "resolved_on", "state", "supplier_id", "token", "union_id", "updated_at") VALUES (NEW."consultation_id", NEW."created_at", NEW."decision_maker", NEW."declared_on", NEW."facts", NEW."ground", NEW."id", NEW."is_by_central", NEW."legal_opinion", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."procurement_id", NEW."resolved_on", NEW."state", NEW."supplier_id", NEW."token", NEW."union_id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_insert_insert_fdbcb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_participantmergeevent" ("case_reference", "consent_ids", "id", "kept_id", "made_at", "made_by_id", "merged_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_ids", "undone_at", "undone_by_id", "waiting_ids") VALUES (NEW."case_reference", NEW."consent_ids", NEW."id", NEW."kept_id", NEW."made_at", NEW."made_by_id", NEW."merged_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."placement_ids", NEW."undone_at", NEW."undone_by_id", NEW."waiting_ids"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_is_frozen_2ffce() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_is_kept_00a11() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_is_kept_a2db2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_is_not_changed_310b2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_is_not_changed_46836() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_is_not_deleted_fe55d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_012a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_requirementdecisionevent" ("created_at", "decided", "decided_by_id", "decided_on", "guideline_id", "id", "inputs", "motive", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "recommended", "score", "token") VALUES (NEW."created_at", NEW."decided", NEW."decided_by_id", NEW."decided_on", NEW."guideline_id", NEW."id", NEW."inputs", NEW."motive", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id", NEW."recommended", NEW."score", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_087ed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_overrideevent" ("created_at", "created_by_id", "decided_on", "decision_maker", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "reason", "reference", "stage", "token") VALUES (NEW."created_at", NEW."created_by_id", NEW."decided_on", NEW."decision_maker", NEW."department_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id", NEW."reason", NEW."reference", NEW."stage", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_08d74() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_placeofferevent" ("closed_on", "contract_id", "count", "created_at", "created_by_id", "from_on", "id", "is_demo", "kind", "occupation", "offered_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "requirements", "supplier_id", "to_on", "token", "unfilled_reason") VALUES (NEW."closed_on", NEW."contract_id", NEW."count", NEW."created_at", NEW."created_by_id", NEW."from_on", NEW."id", NEW."is_demo", NEW."kind", NEW."occupation", NEW."offered_on", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place", NEW."requirements", NEW."supplier_id", NEW."to_on", NEW."token", NEW."unfilled_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_0ad65() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_unionevent" ("central_id", "created_at", "has_collective_agreement", "id", "is_active", "level", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "updated_at") VALUES (NEW."central_id", NEW."created_at", NEW."has_collective_agreement", NEW."id", NEW."is_active", NEW."level", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_0e890() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_userevent" ("created_at", "email", "id", "is_active", "is_demo", "last_login", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."is_demo", NEW."last_login", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_11478() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_remindersettingsevent" ("active_from", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_days", "send_at", "sends_heads", "updated_at") VALUES (NEW."active_from", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."quiet_days", NEW."send_at", NEW."sends_heads", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_11b95() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_priorityanswersevent" ("answered_by_id", "candidates", "created_at", "entry_level", "id", "is_small_company_market", "labour_need", "labour_share", "months", "note", "persons", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "updated_at") VALUES (NEW."answered_by_id", NEW."candidates", NEW."created_at", NEW."entry_level", NEW."id", NEW."is_small_company_market", NEW."labour_need", NEW."labour_share", NEW."months", NEW."note", NEW."persons", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_13ea9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_checklisttemplateevent" ("created_at", "created_by_id", "id", "items", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "version") VALUES (NEW."created_at", NEW."created_by_id", NEW."id", NEW."items", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."token", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_158ee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_reportlineevent" ("attempts", "filled", "full_time_months", "has_documented_attempts", "hours", "id", "offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "requirement_id", "unfilled_reason") VALUES (NEW."attempts", NEW."filled", NEW."full_time_months", NEW."has_documented_attempts", NEW."hours", NEW."id", NEW."offered", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."request_id", NEW."requirement_id", NEW."unfilled_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_19b82() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_sharelinkevent" ("created_at", "created_by_id", "expires_on", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_by_id", "snapshot_id", "year") VALUES (NEW."created_at", NEW."created_by_id", NEW."expires_on", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."revoked_at", NEW."revoked_by_id", NEW."snapshot_id", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_1ba4c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_procurementevent" ("accepts_e_tenders", "award_decided_on", "award_notice_sent_on", "cancelled_on", "case_number", "closed_on", "contracted_value", "court_decided_on", "cpv_id", "created_at", "decision_to_publish_on", "department_id", "documents_are_online", "estimated_value", "framework_reasons", "guideline_id", "has_prior_notice", "id", "is_accelerated", "is_demo", "is_framework", "is_standstill_lifted", "kind", "necessity_assessed_on", "necessity_note", "need_registered_on", "note", "notice_id", "notice_mode", "opened_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "phase_before", "planned_publication_on", "planned_signing_on", "procedure", "published_on", "questions_close_on", "reason", "responsible_id", "review_applied_on", "sent_for_publication_on", "social_flag", "source_id", "standstill_days_stated", "tender_deadline_at", "title", "token", "updated_at") VALUES (NEW."accepts_e_tenders", NEW."award_decided_on", NEW."award_notice_sent_on", NEW."cancelled_on", NEW."case_number", NEW."closed_on", NEW."contracted_value", NEW."court_decided_on", NEW."cpv_id", NEW."created_at", NEW."decision_to_publish_on", NEW."department_id", NEW."documents_are_online", NEW."estimated_value", NEW."framework_reasons", NEW."guideline_id", NEW."has_prior_notice", NEW."id", NEW."is_accelerated", NEW."is_demo", NEW."is_framework", NEW."is_standstill_lifted", NEW."kind", NEW."necessity_assessed_on", NEW."necessity_note", NEW."need_registered_on", NEW."note", NEW."notice_id", NEW."notice_mode", NEW."opened_on", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phase", NEW."phase_before", NEW."planned_publication_on", NEW."planned_signing_on", NEW."procedure", NEW."published_on", NEW."questions_close_on", NEW."reason", NEW."responsible_id", NEW."review_applied_on", NEW."sent_for_publication_on", NEW."social_flag", NEW."source_id", NEW."standstill_days_stated", NEW."tender_deadline_at", NEW."title", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_20ab5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_membershipevent" ("created_at", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."created_at", NEW."department_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_226f1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_lettermailevent" ("contact_id", "id", "letter_id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "token") VALUES (NEW."contact_id", NEW."id", NEW."letter_id", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."sent_at", NEW."sent_by_id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_23375() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_activityevent" ("contract_id", "created_at", "created_by_id", "held_on", "id", "is_demo", "kind", "organisation_id", "participant_count", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supplier_id", "token", "topic") VALUES (NEW."contract_id", NEW."created_at", NEW."created_by_id", NEW."held_on", NEW."id", NEW."is_demo", NEW."kind", NEW."organisation_id", NEW."participant_count", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."supplier_id", NEW."token", NEW."topic"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_243b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_reporteventevent" ("at", "by_id", "comment", "id", "is_on_behalf", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reporter", "request_id", "state") VALUES (NEW."at", NEW."by_id", NEW."comment", NEW."id", NEW."is_on_behalf", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reporter", NEW."request_id", NEW."state"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_27212() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_creditevent" ("amount", "contract_id", "created_at", "granted_by_id", "granted_on", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requirement_id", "source", "source_key", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."amount", NEW."contract_id", NEW."created_at", NEW."granted_by_id", NEW."granted_on", NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."requirement_id", NEW."source", NEW."source_key", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_2788d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_approvalevent" ("at", "by_id", "how", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."at", NEW."by_id", NEW."how", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_29890() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_pulseevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_2e420() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_agreementdepartmentevent" ("agreement_id", "department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agreement_id", NEW."department_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_30ec8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_uniondepartmentevent" ("department_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "union_id") VALUES (NEW."department_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."union_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_3245d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_participantevent" ("case_reference", "code", "created_at", "created_by_id", "id", "is_demo", "is_protected", "matcher_id", "merged_into_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purged_on", "target_group_id", "token") VALUES (NEW."case_reference", NEW."code", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_demo", NEW."is_protected", NEW."matcher_id", NEW."merged_into_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."purged_on", NEW."target_group_id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_328f8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_evaluationevent" ("change_next", "contract_id", "created_at", "delivered", "dose_advice", "held_on", "id", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "worked") VALUES (NEW."change_next", NEW."contract_id", NEW."created_at", NEW."delivered", NEW."dose_advice", NEW."held_on", NEW."id", NEW."made_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."token", NEW."worked"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_347fb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_reportrequestevent" ("asked_at", "asked_by_id", "contact_email", "contact_name", "contract_id", "draft", "due_on", "id", "kind", "organisation_id", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "received_at", "reporter", "settled_at", "settled_by_id", "started_at", "state", "supplier_id", "token", "updated_at", "version") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."contact_email", NEW."contact_name", NEW."contract_id", NEW."draft", NEW."due_on", NEW."id", NEW."kind", NEW."organisation_id", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."point_id", NEW."received_at", NEW."reporter", NEW."settled_at", NEW."settled_by_id", NEW."started_at", NEW."state", NEW."supplier_id", NEW."token", NEW."updated_at", NEW."version"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_34874() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_contractsupplierevent" ("contract_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "supplier_id") VALUES (NEW."contract_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rank", NEW."supplier_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_3511d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_planevent" ("carried_from_id", "created_at", "created_by_id", "decided_by_body", "decided_on", "id", "introduction", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "reference", "scope", "state", "title", "token", "updated_at", "year") VALUES (NEW."carried_from_id", NEW."created_at", NEW."created_by_id", NEW."decided_by_body", NEW."decided_on", NEW."id", NEW."introduction", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."published_at", NEW."published_by_id", NEW."reference", NEW."scope", NEW."state", NEW."title", NEW."token", NEW."updated_at", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_3a43f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_takingpartevent" ("department_id", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."department_id", NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_3a5c8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "interchange_importbatchevent" ("applied_at", "counts", "created_at", "created_by_id", "filename", "id", "is_demo", "kind", "mapping", "message", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skipped", "state", "token", "undone_at", "undone_by_id") VALUES (NEW."applied_at", NEW."counts", NEW."created_at", NEW."created_by_id", NEW."filename", NEW."id", NEW."is_demo", NEW."kind", NEW."mapping", NEW."message", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."skipped", NEW."state", NEW."token", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_3ab36() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_placementevent" ("contract_id", "created_at", "created_by_id", "end_reason", "ended_on", "exited_on", "extent_percent", "id", "is_demo", "kind", "number", "offer_id", "organisation_id", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end_on", "planned_start_on", "referring_body", "started_on", "state", "supervisor_role", "supplier_id", "token", "undone_at", "undone_by_id") VALUES (NEW."contract_id", NEW."created_at", NEW."created_by_id", NEW."end_reason", NEW."ended_on", NEW."exited_on", NEW."extent_percent", NEW."id", NEW."is_demo", NEW."kind", NEW."number", NEW."offer_id", NEW."organisation_id", NEW."participant_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."planned_end_on", NEW."planned_start_on", NEW."referring_body", NEW."started_on", NEW."state", NEW."supervisor_role", NEW."supplier_id", NEW."token", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_3fd70() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_intensityruleevent" ("deep_from_value", "deep_models", "id", "normal_from_value", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."deep_from_value", NEW."deep_models", NEW."id", NEW."normal_from_value", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_427b2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_goalevent" ("created_at", "created_by_id", "done_by_id", "done_on", "due_kind", "due_on", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token", "updated_at") VALUES (NEW."created_at", NEW."created_by_id", NEW."done_by_id", NEW."done_on", NEW."due_kind", NEW."due_on", NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."text", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_44de3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_pointevent" ("contract_id", "created_at", "done_on", "due_on", "id", "is_by_hand", "kind", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state", "token", "updated_at") VALUES (NEW."contract_id", NEW."created_at", NEW."done_on", NEW."due_on", NEW."id", NEW."is_by_hand", NEW."kind", NEW."made_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."state", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_4b8d6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_targetevent" ("counted_kinds", "counting_rule", "created_at", "created_by_id", "decided_by_body", "decided_on", "department_id", "guideline_id", "id", "is_demo", "least_value", "measure", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "scope", "value", "version", "year") VALUES (NEW."counted_kinds", NEW."counting_rule", NEW."created_at", NEW."created_by_id", NEW."decided_by_body", NEW."decided_on", NEW."department_id", NEW."guideline_id", NEW."id", NEW."is_demo", NEW."least_value", NEW."measure", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reference", NEW."scope", NEW."value", NEW."version", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_4bfb7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_commentevent" ("by_id", "consultation_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token") VALUES (NEW."by_id", NEW."consultation_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."text", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_4c248() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_waitingevent" ("created_at", "created_by_id", "ended_on", "id", "is_demo", "kinds", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "token") VALUES (NEW."created_at", NEW."created_by_id", NEW."ended_on", NEW."id", NEW."is_demo", NEW."kinds", NEW."participant_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."since", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_4d230() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_followupplanevent" ("contact_id", "contract_id", "created_at", "decided_at", "decided_by_id", "id", "intensity", "motive", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."contact_id", NEW."contract_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."intensity", NEW."motive", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_4d4d6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_sampleevent" ("drawn_at", "drawn_by_id", "drawn_from", "id", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seed", "size", "token") VALUES (NEW."drawn_at", NEW."drawn_by_id", NEW."drawn_from", NEW."id", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."seed", NEW."size", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_4e12d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_invitationevent" ("accepted_at", "accepted_by_id", "created_at", "department_id", "email", "id", "invited_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "sent_at", "token", "withdrawn_at") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."created_at", NEW."department_id", NEW."email", NEW."id", NEW."invited_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."sent_at", NEW."token", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_515e0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_consultationevent" ("adjourned_to", "agreement_id", "assessment_id", "called_on", "central_meeting_on", "central_met_on", "central_outcome", "central_requested_by", "central_requested_on", "channel", "close_reason", "closed_on", "created_at", "department_id", "disagreement", "employer_view", "form", "id", "is_central_late", "local_closed_on", "matter", "meeting_on", "met_on", "minutes_approved_employer_on", "minutes_approved_union_by_id", "minutes_approved_union_on", "minutes_reference", "not_required_motive", "organisation_id", "paragraph", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "procurement_id", "proposal", "round_number", "route", "secrecy_reservation", "stage", "state", "supplier_id", "template_id", "token", "union_id", "union_view", "updated_at", "withdrawn_by", "withdrawn_on") VALUES (NEW."adjourned_to", NEW."agreement_id", NEW."assessment_id", NEW."called_on", NEW."central_meeting_on", NEW."central_met_on", NEW."central_outcome", NEW."central_requested_by", NEW."central_requested_on", NEW."channel", NEW."close_reason", NEW."closed_on", NEW."created_at", NEW."department_id", NEW."disagreement", NEW."employer_view", NEW."form", NEW."id", NEW."is_central_late", NEW."local_closed_on", NEW."matter", NEW."meeting_on", NEW."met_on", NEW."minutes_approved_employer_on", NEW."minutes_approved_union_by_id", NEW."minutes_approved_union_on", NEW."minutes_reference", NEW."not_required_motive", NEW."organisation_id", NEW."paragraph", NEW."participants", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place", NEW."procurement_id", NEW."proposal", NEW."round_number", NEW."route", NEW."secrecy_reservation", NEW."stage", NEW."state", NEW."supplier_id", NEW."template_id", NEW."token", NEW."union_id", NEW."union_view", NEW."updated_at", NEW."withdrawn_by", NEW."withdrawn_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_5215d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_yearlycostevent" ("coordination", "id", "is_demo", "matchers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "social_gain", "source", "token", "updated_at", "updated_by_id", "year") VALUES (NEW."coordination", NEW."id", NEW."is_demo", NEW."matchers", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."social_gain", NEW."source", NEW."token", NEW."updated_at", NEW."updated_by_id", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_55538() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_deliveryeventevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_55ce3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_sampleitemevent" ("contract_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "reply", "sample_id", "settled_by_id", "settled_on", "state", "updated_at") VALUES (NEW."contract_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."remark", NEW."reply", NEW."sample_id", NEW."settled_by_id", NEW."settled_on", NEW."state", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_586e7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_resultletterevent" ("batch", "contents", "department_id", "id", "is_demo", "made_at", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "snapshot_id", "supplier_id", "words") VALUES (NEW."batch", NEW."contents", NEW."department_id", NEW."id", NEW."is_demo", NEW."made_at", NEW."made_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."snapshot_id", NEW."supplier_id", NEW."words"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_58c99() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_plansettingsevent" ("days_off", "id", "numbers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."days_off", NEW."id", NEW."numbers", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_59f29() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_publishedyearevent" ("id", "is_demo", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "year") VALUES (NEW."id", NEW."is_demo", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."published_at", NEW."published_by_id", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_5a4ea() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_noticechoiceevent" ("frequency", "id", "muted_kinds", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "user_id") VALUES (NEW."frequency", NEW."id", NEW."muted_kinds", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."updated_at", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_5b481() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_itemlinkevent" ("guideline_id", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id") VALUES (NEW."guideline_id", NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_5beaa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_seminarsideevent" ("department_id", "id", "invited_at", "organisation_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seminar_id") VALUES (NEW."department_id", NEW."id", NEW."invited_at", NEW."organisation_id", NEW."participants", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."seminar_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_5c344() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_documentevent" ("consultation_id", "content_type", "created_at", "file", "id", "is_shared", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "title", "token", "uploaded_by_id") VALUES (NEW."consultation_id", NEW."content_type", NEW."created_at", NEW."file", NEW."id", NEW."is_shared", NEW."kind", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."sha256", NEW."size", NEW."title", NEW."token", NEW."uploaded_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_61f81() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_purgerunevent" ("approved_at", "approved_by_id", "as_of", "executed_at", "id", "made_at", "made_by_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rules", "state", "token") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."as_of", NEW."executed_at", NEW."id", NEW."made_at", NEW."made_by_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rules", NEW."state", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_63dcd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_itemevent" ("background", "carried_from_id", "created_at", "created_by_id", "id", "moved_reason", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "purpose", "responsible_id", "responsible_role", "state", "title", "token", "updated_at") VALUES (NEW."background", NEW."carried_from_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."moved_reason", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."plan_id", NEW."position", NEW."purpose", NEW."responsible_id", NEW."responsible_role", NEW."state", NEW."title", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_657eb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "onboarding_onboardingstepevent" ("created_at", "done_on", "id", "note", "onboarding_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "state", "step", "updated_at", "written_by_id") VALUES (NEW."created_at", NEW."done_on", NEW."id", NEW."note", NEW."onboarding_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reference", NEW."state", NEW."step", NEW."updated_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_65c27() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_deadlinenoteevent" ("answer", "context", "created_at", "created_by_id", "deadline_key", "department_id", "due_on", "id", "new_due_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "title", "token", "undone_at", "undone_by_id", "url") VALUES (NEW."answer", NEW."context", NEW."created_at", NEW."created_by_id", NEW."deadline_key", NEW."department_id", NEW."due_on", NEW."id", NEW."new_due_on", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."title", NEW."token", NEW."undone_at", NEW."undone_by_id", NEW."url"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_667aa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_snapshotevent" ("as_of", "definitions_version", "figures", "frozen_at", "frozen_by_id", "id", "is_demo", "note", "organisation_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "year") VALUES (NEW."as_of", NEW."definitions_version", NEW."figures", NEW."frozen_at", NEW."frozen_by_id", NEW."id", NEW."is_demo", NEW."note", NEW."organisation_id", NEW."period", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."token", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_67c88() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_procurementpartyevent" ("case_number", "created_at", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "share_percent", "token", "updated_at") VALUES (NEW."case_number", NEW."created_at", NEW."department_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id", NEW."share_percent", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_67e04() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_blackoutevent" ("created_at", "department_id", "first_on", "id", "label", "last_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "union_id", "updated_at") VALUES (NEW."created_at", NEW."department_id", NEW."first_on", NEW."id", NEW."label", NEW."last_on", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."token", NEW."union_id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_67ed6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_planchangeevent" ("assessment_id", "changes", "created_at", "dates", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_at", "seen_by_id") VALUES (NEW."assessment_id", NEW."changes", NEW."created_at", NEW."dates", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."seen_at", NEW."seen_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_6c229() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_purgeitemevent" ("due_on", "id", "is_done", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_numbers", "record_class", "row_id", "run_id", "trigger_on") VALUES (NEW."due_on", NEW."id", NEW."is_done", NEW."participant_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placement_numbers", NEW."record_class", NEW."row_id", NEW."run_id", NEW."trigger_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_6c96b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_evidenceevent" ("content_type", "created_at", "file", "id", "line_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "sha256", "size", "title", "token", "uploaded_by_id") VALUES (NEW."content_type", NEW."created_at", NEW."file", NEW."id", NEW."line_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."request_id", NEW."sha256", NEW."size", NEW."title", NEW."token", NEW."uploaded_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_72824() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_reminderruleevent" ("after", "at_once", "before", "coordinator_after", "head_after", "id", "in_working_days", "is_required", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "repeat_every", "updated_at") VALUES (NEW."after", NEW."at_once", NEW."before", NEW."coordinator_after", NEW."head_after", NEW."id", NEW."in_working_days", NEW."is_required", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."repeat_every", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_742f3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_disclosureevent" ("consent_id", "ground", "harm_test_reference", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "recorded_at", "recorded_by_id", "supplier_id", "token", "told", "told_on") VALUES (NEW."consent_id", NEW."ground", NEW."harm_test_reference", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placement_id", NEW."recorded_at", NEW."recorded_by_id", NEW."supplier_id", NEW."token", NEW."told", NEW."told_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_7c5b5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_progressnoteevent" ("id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token", "written_at", "written_by_id") VALUES (NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."text", NEW."token", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_7e878() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_namingdecisionevent" ("created_at", "created_by_id", "decided_by_body", "decided_on", "id", "is_demo", "names_suppliers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "token") VALUES (NEW."created_at", NEW."created_by_id", NEW."decided_by_body", NEW."decided_on", NEW."id", NEW."is_demo", NEW."names_suppliers", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reference", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_8095f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "interchange_importchangeevent" ("after", "batch_id", "before", "id", "model", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."after", NEW."batch_id", NEW."before", NEW."id", NEW."model", NEW."object_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_81036() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_vetoevent" ("consultation_id", "created_at", "decision_maker", "declared_on", "facts", "ground", "id", "is_by_central", "legal_opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "resolved_on", "state", "supplier_id", "token", "union_id", "updated_at") VALUES (NEW."consultation_id", NEW."created_at", NEW."decision_maker", NEW."declared_on", NEW."facts", NEW."ground", NEW."id", NEW."is_by_central", NEW."legal_opinion", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id", NEW."resolved_on", NEW."state", NEW."supplier_id", NEW."token", NEW."union_id", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_816d1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "interchange_importrowevent" ("batch_id", "details", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet", "status", "title") VALUES (NEW."batch_id", NEW."details", NEW."id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."sheet", NEW."status", NEW."title"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_8173d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_deviationevent" ("cause", "closed_by_id", "closed_on", "contract_id", "created_at", "due_on", "exemption_reason", "id", "made_by_id", "measure", "meeting_id", "organisation_id", "outcome", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "raised_key", "raised_on", "request_id", "requirement_id", "state", "token", "updated_at", "what") VALUES (NEW."cause", NEW."closed_by_id", NEW."closed_on", NEW."contract_id", NEW."created_at", NEW."due_on", NEW."exemption_reason", NEW."id", NEW."made_by_id", NEW."measure", NEW."meeting_id", NEW."organisation_id", NEW."outcome", NEW."owner_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."point_id", NEW."raised_key", NEW."raised_on", NEW."request_id", NEW."requirement_id", NEW."state", NEW."token", NEW."updated_at", NEW."what"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_835e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "suppliers_supplierevent" ("created_at", "id", "is_demo", "is_sole_trader", "name", "org_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token") VALUES (NEW."created_at", NEW."id", NEW."is_demo", NEW."is_sole_trader", NEW."name", NEW."org_number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_84bd2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "onboarding_onboardingevent" ("created_at", "created_by_id", "finished_by_id", "finished_on", "id", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_on", "responsible_id", "started_on", "token", "updated_at") VALUES (NEW."created_at", NEW."created_by_id", NEW."finished_by_id", NEW."finished_on", NEW."id", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."ready_on", NEW."responsible_id", NEW."started_on", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_8d897() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_cooperationgroupevent" ("agreement_id", "created_at", "department_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "updated_at") VALUES (NEW."agreement_id", NEW."created_at", NEW."department_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_93c40() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_consentevent" ("document_reference", "given_on", "id", "is_demo", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "supplier_id", "token", "withdrawn_by_id", "withdrawn_on") VALUES (NEW."document_reference", NEW."given_on", NEW."id", NEW."is_demo", NEW."participant_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."supplier_id", NEW."token", NEW."withdrawn_by_id", NEW."withdrawn_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_97fdf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_extensionoptionevent" ("contract_id", "created_at", "decided_by_id", "decided_on", "id", "last_call_on", "months", "note", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token", "updated_at") VALUES (NEW."contract_id", NEW."created_at", NEW."decided_by_id", NEW."decided_on", NEW."id", NEW."last_call_on", NEW."months", NEW."note", NEW."outcome", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_9c13c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_outboxmailevent" ("created_at", "created_by_id", "due_at", "id", "kind", "last_answer", "message_id", "not_after", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "slot", "subject", "to_address") VALUES (NEW."created_at", NEW."created_by_id", NEW."due_at", NEW."id", NEW."kind", NEW."last_answer", NEW."message_id", NEW."not_after", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recipient_id", NEW."slot", NEW."subject", NEW."to_address"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_9e5fc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_organisationevent" ("active_from", "created_at", "id", "is_demo", "kind", "municipality_code", "name", "org_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "small_number_limit") VALUES (NEW."active_from", NEW."created_at", NEW."id", NEW."is_demo", NEW."kind", NEW."municipality_code", NEW."name", NEW."org_number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."small_number_limit"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_9fac6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_answerevent" ("answered_by_id", "answered_on", "assessment_id", "id", "is_yes", "motive", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "updated_at") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."assessment_id", NEW."id", NEW."is_yes", NEW."motive", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."question", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_9fde5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_unionrepresentativeevent" ("created_at", "email", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "token", "union_id", "updated_at", "user_id") VALUES (NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."token", NEW."union_id", NEW."updated_at", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_9ffc5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "suppliers_suppliercontactevent" ("created_at", "email", "id", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "role", "supplier_id", "token") VALUES (NEW."created_at", NEW."email", NEW."id", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phone", NEW."role", NEW."supplier_id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_a368a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_thresholdevent" ("created_at", "created_by_id", "direct_purchase", "direct_purchase_special", "goods_services", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "special_services", "token", "updated_at", "valid_from", "valid_to", "works") VALUES (NEW."created_at", NEW."created_by_id", NEW."direct_purchase", NEW."direct_purchase_special", NEW."goods_services", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."source", NEW."special_services", NEW."token", NEW."updated_at", NEW."valid_from", NEW."valid_to", NEW."works"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_a3a21() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_lotevent" ("created_at", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "title", "token", "updated_at", "value") VALUES (NEW."created_at", NEW."id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id", NEW."title", NEW."token", NEW."updated_at", NEW."value"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_a53f8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_sanctionevent" ("amount", "created_at", "decided_by_id", "decided_on", "deviation_id", "id", "letter", "made_by_id", "mailed_to", "motive", "organisation_id", "override_motive", "penalty_units", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rectify_by", "replied_on", "replier", "reply", "reply_by", "state", "step", "token", "updated_at") VALUES (NEW."amount", NEW."created_at", NEW."decided_by_id", NEW."decided_on", NEW."deviation_id", NEW."id", NEW."letter", NEW."made_by_id", NEW."mailed_to", NEW."motive", NEW."organisation_id", NEW."override_motive", NEW."penalty_units", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rectify_by", NEW."replied_on", NEW."replier", NEW."reply", NEW."reply_by", NEW."state", NEW."step", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_aa094() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "targets_chartcommentevent" ("chart", "created_at", "created_by_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "token", "undone_at", "undone_by_id", "year") VALUES (NEW."chart", NEW."created_at", NEW."created_by_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."text", NEW."token", NEW."undone_at", NEW."undone_by_id", NEW."year"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_aec72() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_cooperationagreementevent" ("central_request_days", "created_at", "id", "name", "note", "organisation_id", "paragraphs", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "token", "updated_at", "valid_from", "valid_to") VALUES (NEW."central_request_days", NEW."created_at", NEW."id", NEW."name", NEW."note", NEW."organisation_id", NEW."paragraphs", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reference", NEW."token", NEW."updated_at", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_afd13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_departmentevent" ("contact_id", "created_at", "head_id", "id", "is_active", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token") VALUES (NEW."contact_id", NEW."created_at", NEW."head_id", NEW."id", NEW."is_active", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_b017e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_targetgroupevent" ("created_at", "id", "is_in_use", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."id", NEW."is_in_use", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_b5e25() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_seminarevent" ("cancelled_reason", "content", "created_at", "created_by_id", "id", "is_demo", "material_url", "minutes", "organisation_id", "outcome", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "responsible_id", "roles", "starts_at", "state", "token", "topic", "updated_at") VALUES (NEW."cancelled_reason", NEW."content", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_demo", NEW."material_url", NEW."minutes", NEW."organisation_id", NEW."outcome", NEW."participants", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place", NEW."responsible_id", NEW."roles", NEW."starts_at", NEW."state", NEW."token", NEW."topic", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_b61b1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_participantmergeevent" ("case_reference", "consent_ids", "id", "kept_id", "made_at", "made_by_id", "merged_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_ids", "undone_at", "undone_by_id", "waiting_ids") VALUES (NEW."case_reference", NEW."consent_ids", NEW."id", NEW."kept_id", NEW."made_at", NEW."made_by_id", NEW."merged_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placement_ids", NEW."undone_at", NEW."undone_by_id", NEW."waiting_ids"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_bc762() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_placementlineevent" ("answer", "ended_month", "extent_percent", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "request_id", "starts_month") VALUES (NEW."answer", NEW."ended_month", NEW."extent_percent", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placement_id", NEW."request_id", NEW."starts_month"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_be0ca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "actionplans_seminarlinkevent" ("guideline_id", "id", "item_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seminar_id") VALUES (NEW."guideline_id", NEW."id", NEW."item_id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."seminar_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_be708() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_assessmentevent" ("created_at", "decided_by_id", "decided_on", "department_id", "exemption", "exemption_reference", "id", "not_required_motive", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "reopened_on", "token", "updated_at") VALUES (NEW."created_at", NEW."decided_by_id", NEW."decided_on", NEW."department_id", NEW."exemption", NEW."exemption_reference", NEW."id", NEW."not_required_motive", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id", NEW."reopened_on", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_bf23f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_retentionruleevent" ("action", "decided_by_body", "decided_on", "id", "months", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_class", "reference", "trigger", "updated_at") VALUES (NEW."action", NEW."decided_by_body", NEW."decided_on", NEW."id", NEW."months", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."record_class", NEW."reference", NEW."trigger", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_c23f6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_matchingsettingsevent" ("decided_by_body", "decided_on", "follow_up_months", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "uses_target_groups") VALUES (NEW."decided_by_body", NEW."decided_on", NEW."follow_up_months", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."organisation_id", NEW."reference", NEW."updated_at", NEW."uses_target_groups"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_c3ab0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_reminderevent" ("audience", "context", "context_url", "created_at", "deadline_key", "department_id", "due_on", "id", "kind", "organisation_id", "permission", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "send_on", "step", "title", "url") VALUES (NEW."audience", NEW."context", NEW."context_url", NEW."created_at", NEW."deadline_key", NEW."department_id", NEW."due_on", NEW."id", NEW."kind", NEW."organisation_id", NEW."permission", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recipient_id", NEW."send_on", NEW."step", NEW."title", NEW."url"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_c710a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "interchange_columnmappingevent" ("id", "mapping", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signature", "updated_at") VALUES (NEW."id", NEW."mapping", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."signature", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_c7863() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_groupmeetingevent" ("group_id", "held_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."group_id", NEW."held_on", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_c8f56() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_meetingitemevent" ("delivered", "filled", "id", "meeting_id", "note", "offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised", "requirement_id", "state", "unfilled_reason") VALUES (NEW."delivered", NEW."filled", NEW."id", NEW."meeting_id", NEW."note", NEW."offered", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."promised", NEW."requirement_id", NEW."state", NEW."unfilled_reason"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_cf6a0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_calendarfeedevent" ("created_at", "department_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renewed_at", "user_id") VALUES (NEW."created_at", NEW."department_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."renewed_at", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_d05de() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_pauseevent" ("created_at", "created_by_id", "from_on", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "to_on", "token") VALUES (NEW."created_at", NEW."created_by_id", NEW."from_on", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placement_id", NEW."to_on", NEW."token"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_d1a15() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_guidelineversionevent" ("created_at", "decided_by", "decided_goal_on", "decided_on", "document_url", "follow_goal", "id", "in_place_basis", "in_place_goal_on", "in_place_motive", "in_place_on", "limits", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_on", "published_on", "published_url", "reference", "seminars_held_on", "seminars_reference", "title", "token", "updated_at", "valid_from", "weights") VALUES (NEW."created_at", NEW."decided_by", NEW."decided_goal_on", NEW."decided_on", NEW."document_url", NEW."follow_goal", NEW."id", NEW."in_place_basis", NEW."in_place_goal_on", NEW."in_place_motive", NEW."in_place_on", NEW."limits", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."proposed_on", NEW."published_on", NEW."published_url", NEW."reference", NEW."seminars_held_on", NEW."seminars_reference", NEW."title", NEW."token", NEW."updated_at", NEW."valid_from", NEW."weights"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_d5f75() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "mbl_agreementunionevent" ("agreement_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "union_id") VALUES (NEW."agreement_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."union_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_dadd3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_savedfilterevent" ("created_at", "id", "list", "name", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "user_id") VALUES (NEW."created_at", NEW."id", NEW."list", NEW."name", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."query", NEW."user_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_de0cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_meetingtaskevent" ("done_by_id", "done_on", "due_on", "id", "meeting_id", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."meeting_id", NEW."owner", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."what"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_e5460() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_requirementevent" ("allows_termination", "blocks_call_offs", "bonus_ceiling", "bonus_rate", "clause_id", "clause_text", "contract_id", "count", "counts_attempts", "created_at", "created_by_id", "due_on", "ends_on", "first_start_within_months", "follow_up_by", "geographic_restriction", "id", "kind", "late_motive", "model", "note", "penalty_amount", "penalty_cap", "penalty_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "quantity_basis", "rate", "rectification_days", "report_on", "reserved_share", "source_id", "starts_on", "token", "unit", "updated_at") VALUES (NEW."allows_termination", NEW."blocks_call_offs", NEW."bonus_ceiling", NEW."bonus_rate", NEW."clause_id", NEW."clause_text", NEW."contract_id", NEW."count", NEW."counts_attempts", NEW."created_at", NEW."created_by_id", NEW."due_on", NEW."ends_on", NEW."first_start_within_months", NEW."follow_up_by", NEW."geographic_restriction", NEW."id", NEW."kind", NEW."late_motive", NEW."model", NEW."note", NEW."penalty_amount", NEW."penalty_cap", NEW."penalty_unit", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id", NEW."quantity_basis", NEW."rate", NEW."rectification_days", NEW."report_on", NEW."reserved_share", NEW."source_id", NEW."starts_on", NEW."token", NEW."unit", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_e80e1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "suppliers_supplieraliasevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supplier_id") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."supplier_id"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_e9653() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_cpvcodeevent" ("code", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."label", _pgh_attach_context(), NOW(), 'update', NEW."code"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_eb796() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "placements_followupevent" ("answered_by_id", "answered_on", "created_at", "due_on", "id", "is_demo", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "situation", "stopped_on") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."created_at", NEW."due_on", NEW."id", NEW."is_demo", NEW."months", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."placement_id", NEW."situation", NEW."stopped_on"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_ebc66() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "followups_meetingevent" ("agreed", "attendance", "cancelled_reason", "closed_at", "closed_by_id", "contract_id", "created_at", "form", "good_experience", "held_on", "id", "kind", "made_by_id", "next_on", "obstacles", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_at", "point_id", "procurement_id", "state", "token", "updated_at") VALUES (NEW."agreed", NEW."attendance", NEW."cancelled_reason", NEW."closed_at", NEW."closed_by_id", NEW."contract_id", NEW."created_at", NEW."form", NEW."good_experience", NEW."held_on", NEW."id", NEW."kind", NEW."made_by_id", NEW."next_on", NEW."obstacles", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place", NEW."planned_at", NEW."point_id", NEW."procurement_id", NEW."state", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_f1fdd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_clauseevent" ("created_at", "guideline_id", "has_call_off_block", "has_penalty", "has_rectification", "has_termination", "id", "is_draft", "kind", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "text", "title", "token", "updated_at") VALUES (NEW."created_at", NEW."guideline_id", NEW."has_call_off_block", NEW."has_penalty", NEW."has_rectification", NEW."has_termination", NEW."id", NEW."is_draft", NEW."kind", NEW."model", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."source", NEW."text", NEW."title", NEW."token", NEW."updated_at"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_f58f9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reminders_bouncingaddressevent" ("answer", "cleared_at", "cleared_by_id", "code", "email", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since") VALUES (NEW."answer", NEW."cleared_at", NEW."cleared_by_id", NEW."code", NEW."email", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."since"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.pgtrigger_update_update_fb434() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "procurements_contractevent" ("ceiling_value", "created_at", "documentation_done_on", "ends_on", "framework_id", "has_option_clause", "id", "is_until_further_notice", "kind", "latest_end_on", "lot_id", "no_requirement_by_id", "no_requirement_on", "no_requirement_reason", "number", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procurement_id", "result_notice_sent_on", "signed_on", "source_values", "starts_on", "title", "token", "updated_at", "value") VALUES (NEW."ceiling_value", NEW."created_at", NEW."documentation_done_on", NEW."ends_on", NEW."framework_id", NEW."has_option_clause", NEW."id", NEW."is_until_further_notice", NEW."kind", NEW."latest_end_on", NEW."lot_id", NEW."no_requirement_by_id", NEW."no_requirement_on", NEW."no_requirement_reason", NEW."number", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."procurement_id", NEW."result_notice_sent_on", NEW."signed_on", NEW."source_values", NEW."starts_on", NEW."title", NEW."token", NEW."updated_at", NEW."value"); RETURN NULL;
                END;
            $$;



CREATE FUNCTION public.placements_contract_is_ours() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM procurements_contract c
    WHERE c.id = NEW.contract_id AND c.organisation_id <> NEW.organisation_id AND NOT EXISTS (
      SELECT 1 FROM procurements_procurementparty p
      WHERE p.procurement_id = c.procurement_id AND p.organisation_id = NEW.organisation_id)
  ) THEN
    RAISE EXCEPTION '%: the contract belongs to another organisation', TG_NAME
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME,
      HINT = 'Välj avtal: det valda avtalet hör till en annan organisation.';
  END IF;
  RETURN NULL;
END $$;



CREATE FUNCTION public.placements_party_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM procurements_contract c
    JOIN placements_placement p ON p.contract_id = c.id AND p.organisation_id = OLD.organisation_id
    WHERE c.procurement_id = OLD.procurement_id AND c.organisation_id <> OLD.organisation_id
  ) AND NOT EXISTS (
    SELECT 1 FROM procurements_procurementparty q
    WHERE q.procurement_id = OLD.procurement_id AND q.organisation_id = OLD.organisation_id
  ) THEN
    RAISE EXCEPTION '%: the authority has placements on the contract', TG_NAME
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME,
      HINT = 'Myndigheten har placeringar på upphandlingens avtal och kan därför inte tas bort.';
  END IF;
  RETURN NULL;
END $$;



CREATE FUNCTION public.sv_fold(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT translate(
        lower(translate(value, 'ÅÄÆÖØÉÈÊËÁÀÂÜÍÓÚÇÑ', 'åäæöøéèêëáàâüíóúçñ')),
        'åäæöøéèêëáàâüíóúçñ', 'aaaooeeeeaaauioucn')
$$;



CREATE FUNCTION public.sv_sort_key(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT translate(
        lower(translate(value, 'ÅÄÆÖØÉÈÊËÁÀÂÜÍÓÚÇÑ', 'åäæöøéèêëáàâüíóúçñ')),
        'åäæöøéèêëáàâüíóúçñ', '{||}}eeeeaaayioucn')
$$;





CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);



ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);



ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_department (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sort_key text GENERATED ALWAYS AS (public.sv_sort_key((name)::text)) STORED COLLATE pg_catalog."C",
    contact_id bigint,
    head_id bigint,
    organisation_id bigint NOT NULL,
    token uuid DEFAULT gen_random_uuid() NOT NULL
);



ALTER TABLE public.accounts_department ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_departmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    contact_id bigint,
    head_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    token uuid DEFAULT gen_random_uuid() NOT NULL
);



ALTER TABLE public.accounts_departmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_departmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_invitation (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    role character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    accepted_by_id bigint,
    department_id bigint,
    invited_by_id bigint,
    organisation_id bigint NOT NULL,
    sent_at timestamp with time zone,
    token uuid DEFAULT gen_random_uuid() NOT NULL,
    CONSTRAINT invitation_administrator_whole_organisation CHECK (((NOT ((role)::text = 'administrator'::text)) OR (department_id IS NULL))),
    CONSTRAINT invitation_department_role_has_department CHECK (((NOT ((role)::text = 'department'::text)) OR (department_id IS NOT NULL))),
    CONSTRAINT invitation_email_lower_case CHECK (((email)::text = lower((email)::text)))
);



ALTER TABLE public.accounts_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_invitationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    role character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    accepted_by_id bigint,
    department_id bigint,
    invited_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    sent_at timestamp with time zone,
    token uuid DEFAULT gen_random_uuid() NOT NULL
);



ALTER TABLE public.accounts_invitationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_invitationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_membership (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    department_id bigint,
    user_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT membership_administrator_whole_organisation CHECK (((NOT ((role)::text = 'administrator'::text)) OR (department_id IS NULL))),
    CONSTRAINT membership_department_role_has_department CHECK (((NOT ((role)::text = 'department'::text)) OR (department_id IS NOT NULL)))
);



ALTER TABLE public.accounts_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_membershipevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    department_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);



ALTER TABLE public.accounts_membershipevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_membershipevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_organisation (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    org_number character varying(10) NOT NULL,
    municipality_code character varying(4) NOT NULL,
    kind character varying(20) NOT NULL,
    active_from date NOT NULL,
    small_number_limit smallint NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sort_key text GENERATED ALWAYS AS (public.sv_sort_key((name)::text)) STORED COLLATE pg_catalog."C",
    CONSTRAINT accounts_organisation_small_number_limit_check CHECK ((small_number_limit >= 0)),
    CONSTRAINT organisation_municipality_code_four_digits CHECK ((((municipality_code)::text = ''::text) OR ((municipality_code)::text ~ '^\d{4}$'::text))),
    CONSTRAINT organisation_org_number_ten_digits CHECK (((org_number)::text ~ '^\d{10}$'::text)),
    CONSTRAINT organisation_small_number_limit_3_to_10 CHECK (((small_number_limit >= 3) AND (small_number_limit <= 10)))
);



ALTER TABLE public.accounts_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_organisationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    org_number character varying(10) NOT NULL,
    municipality_code character varying(4) NOT NULL,
    kind character varying(20) NOT NULL,
    active_from date NOT NULL,
    small_number_limit smallint NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT accounts_organisationevent_small_number_limit_check CHECK ((small_number_limit >= 0))
);



ALTER TABLE public.accounts_organisationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_organisationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_savedfilter (
    id bigint NOT NULL,
    list character varying(60) NOT NULL,
    name character varying(60) NOT NULL,
    query character varying(1000) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    user_id bigint NOT NULL
);



ALTER TABLE public.accounts_savedfilter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_savedfilter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_savedfilterevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    list character varying(60) NOT NULL,
    name character varying(60) NOT NULL,
    query character varying(1000) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);



ALTER TABLE public.accounts_savedfilterevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_savedfilterevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    name character varying(150) NOT NULL,
    is_active boolean NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT user_email_lower_case CHECK (((email)::text = lower((email)::text)))
);



ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.accounts_userevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    name character varying(150) NOT NULL,
    is_active boolean NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.accounts_userevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_userevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_goal (
    id bigint NOT NULL,
    text character varying(300) NOT NULL,
    due_kind character varying(10) NOT NULL,
    due_on date NOT NULL,
    done_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    created_by_id bigint,
    done_by_id bigint,
    organisation_id bigint NOT NULL,
    item_id bigint NOT NULL,
    CONSTRAINT goal_month_is_due_on_its_last_day CHECK (((NOT ((due_kind)::text = 'month'::text)) OR (EXTRACT(day FROM (due_on + '1 day'::interval)) = (1)::numeric))),
    CONSTRAINT goal_running_is_due_when_the_year_ends CHECK (((NOT ((due_kind)::text = 'running'::text)) OR ((EXTRACT(day FROM due_on) = (31)::numeric) AND (EXTRACT(month FROM due_on) = (12)::numeric))))
);



ALTER TABLE public.actionplans_goal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_goal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_goalevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    text character varying(300) NOT NULL,
    due_kind character varying(10) NOT NULL,
    due_on date NOT NULL,
    done_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    created_by_id bigint,
    done_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    item_id bigint NOT NULL
);



ALTER TABLE public.actionplans_goalevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_goalevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_item (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    title character varying(160) NOT NULL,
    background text NOT NULL,
    purpose text NOT NULL,
    responsible_role character varying(120) NOT NULL,
    state character varying(12) NOT NULL,
    moved_reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    carried_from_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    responsible_id bigint,
    plan_id bigint NOT NULL,
    CONSTRAINT actionplans_item_position_check CHECK (("position" >= 0)),
    CONSTRAINT planitem_moved_has_reason CHECK (((((state)::text = 'moved'::text) OR (moved_reason = ''::text)) AND (1 = (
CASE
    WHEN ((state)::text = 'moved'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (moved_reason = ''::text) THEN 1
    ELSE 0
END))))
);



ALTER TABLE public.actionplans_item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_itemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    title character varying(160) NOT NULL,
    background text NOT NULL,
    purpose text NOT NULL,
    responsible_role character varying(120) NOT NULL,
    state character varying(12) NOT NULL,
    moved_reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    carried_from_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    responsible_id bigint,
    plan_id bigint NOT NULL,
    CONSTRAINT actionplans_itemevent_position_check CHECK (("position" >= 0))
);



ALTER TABLE public.actionplans_itemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_itemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_itemlink (
    id bigint NOT NULL,
    guideline_id bigint,
    item_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    procurement_id bigint,
    CONSTRAINT itemlink_to_one_thing CHECK ((((procurement_id IS NULL) OR (guideline_id IS NULL)) AND (1 = (
CASE
    WHEN (procurement_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (guideline_id IS NULL) THEN 1
    ELSE 0
END))))
);



ALTER TABLE public.actionplans_itemlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_itemlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_itemlinkevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    guideline_id bigint,
    item_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint
);



ALTER TABLE public.actionplans_itemlinkevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_itemlinkevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_plan (
    id bigint NOT NULL,
    scope character varying(20) NOT NULL,
    year smallint NOT NULL,
    title character varying(120) NOT NULL,
    introduction text NOT NULL,
    state character varying(10) NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date,
    reference character varying(120) NOT NULL,
    published_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    carried_from_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    published_by_id bigint,
    CONSTRAINT actionplan_decided_has_decision CHECK ((((state)::text = 'draft'::text) OR ((NOT ((decided_by_body)::text = ''::text)) AND (NOT ((reference)::text = ''::text)) AND (decided_on IS NOT NULL)))),
    CONSTRAINT actionplan_published_has_time CHECK ((((published_at IS NOT NULL) AND ((state)::text = 'published'::text)) OR ((NOT ((state)::text = 'published'::text)) AND (published_at IS NULL)))),
    CONSTRAINT actionplan_year_plausible CHECK (((year >= 2000) AND (year <= 2098))),
    CONSTRAINT actionplans_plan_year_check CHECK ((year >= 0))
);



ALTER TABLE public.actionplans_plan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_planevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    scope character varying(20) NOT NULL,
    year smallint NOT NULL,
    title character varying(120) NOT NULL,
    introduction text NOT NULL,
    state character varying(10) NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date,
    reference character varying(120) NOT NULL,
    published_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    carried_from_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint,
    CONSTRAINT actionplans_planevent_year_check CHECK ((year >= 0))
);



ALTER TABLE public.actionplans_planevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_planevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_progressnote (
    id bigint NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    item_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    written_by_id bigint,
    CONSTRAINT progressnote_is_written CHECK ((NOT (text = ''::text)))
);



ALTER TABLE public.actionplans_progressnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_progressnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_progressnoteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    item_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    written_by_id bigint
);



ALTER TABLE public.actionplans_progressnoteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_progressnoteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_seminar (
    id bigint NOT NULL,
    topic character varying(160) NOT NULL,
    content text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    minutes smallint NOT NULL,
    place character varying(300) NOT NULL,
    material_url character varying(500) NOT NULL,
    roles character varying(20)[] NOT NULL,
    state character varying(10) NOT NULL,
    cancelled_reason text NOT NULL,
    participants smallint,
    outcome text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    responsible_id bigint,
    CONSTRAINT actionplans_seminar_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT actionplans_seminar_participants_check CHECK ((participants >= 0)),
    CONSTRAINT seminar_cancelled_has_reason CHECK (((((state)::text = 'cancelled'::text) OR (cancelled_reason = ''::text)) AND (1 = (
CASE
    WHEN ((state)::text = 'cancelled'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (cancelled_reason = ''::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT seminar_held_has_number CHECK (((((state)::text = 'held'::text) OR (participants IS NULL)) AND (1 = (
CASE
    WHEN ((state)::text = 'held'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (participants IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT seminar_length_plausible CHECK (((minutes >= 15) AND (minutes <= 960)))
);



ALTER TABLE public.actionplans_seminar ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_seminar_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_seminarevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    topic character varying(160) NOT NULL,
    content text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    minutes smallint NOT NULL,
    place character varying(300) NOT NULL,
    material_url character varying(500) NOT NULL,
    roles character varying(20)[] NOT NULL,
    state character varying(10) NOT NULL,
    cancelled_reason text NOT NULL,
    participants smallint,
    outcome text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    responsible_id bigint,
    CONSTRAINT actionplans_seminarevent_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT actionplans_seminarevent_participants_check CHECK ((participants >= 0))
);



ALTER TABLE public.actionplans_seminarevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_seminarevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_seminarlink (
    id bigint NOT NULL,
    guideline_id bigint,
    item_id bigint,
    organisation_id bigint NOT NULL,
    seminar_id bigint NOT NULL,
    CONSTRAINT seminarlink_to_one_thing CHECK ((((item_id IS NULL) OR (guideline_id IS NULL)) AND (1 = (
CASE
    WHEN (item_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (guideline_id IS NULL) THEN 1
    ELSE 0
END))))
);



ALTER TABLE public.actionplans_seminarlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_seminarlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_seminarlinkevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    guideline_id bigint,
    item_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    seminar_id bigint NOT NULL
);



ALTER TABLE public.actionplans_seminarlinkevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_seminarlinkevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_seminarside (
    id bigint NOT NULL,
    participants smallint,
    invited_at timestamp with time zone,
    department_id bigint,
    organisation_id bigint NOT NULL,
    seminar_id bigint NOT NULL,
    CONSTRAINT actionplans_seminarside_participants_check CHECK ((participants >= 0))
);



ALTER TABLE public.actionplans_seminarside ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_seminarside_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_seminarsideevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    participants smallint,
    invited_at timestamp with time zone,
    department_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    seminar_id bigint NOT NULL,
    CONSTRAINT actionplans_seminarsideevent_participants_check CHECK ((participants >= 0))
);



ALTER TABLE public.actionplans_seminarsideevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_seminarsideevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_takingpart (
    id bigint NOT NULL,
    department_id bigint,
    item_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);



ALTER TABLE public.actionplans_takingpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_takingpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.actionplans_takingpartevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    department_id bigint,
    item_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.actionplans_takingpartevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.actionplans_takingpartevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);



ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);



ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);



ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);



CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);



ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);



ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);



CREATE TABLE public.followups_approval (
    id bigint NOT NULL,
    role character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    meeting_id bigint NOT NULL,
    how character varying(200) NOT NULL
);



ALTER TABLE public.followups_approval ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_approval_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_approvalevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    role character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    how character varying(200) NOT NULL
);



ALTER TABLE public.followups_approvalevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_approvalevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_deviation (
    id bigint NOT NULL,
    cause character varying(20) NOT NULL,
    raised_key character varying(80),
    raised_on date NOT NULL,
    what text NOT NULL,
    measure text NOT NULL,
    due_on date,
    state character varying(10) NOT NULL,
    exemption_reason text NOT NULL,
    closed_on date,
    outcome text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    closed_by_id bigint,
    contract_id bigint NOT NULL,
    made_by_id bigint,
    organisation_id bigint NOT NULL,
    owner_id bigint,
    requirement_id bigint,
    meeting_id bigint,
    point_id bigint,
    request_id bigint,
    CONSTRAINT deviation_closed_has_day CHECK ((((closed_on IS NULL) AND ((state)::text = 'open'::text)) OR ((NOT ((state)::text = 'open'::text)) AND (closed_on IS NOT NULL)))),
    CONSTRAINT deviation_exemption_has_reason CHECK (((NOT ((state)::text = 'exempted'::text)) OR (NOT (exemption_reason = ''::text)))),
    CONSTRAINT deviation_is_described CHECK ((NOT (what = ''::text))),
    CONSTRAINT deviation_is_not_closed_empty CHECK ((((state)::text = ANY ((ARRAY['open'::character varying, 'exempted'::character varying])::text[])) OR (NOT (outcome = ''::text))))
);



ALTER TABLE public.followups_deviation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_deviation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_deviationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    cause character varying(20) NOT NULL,
    raised_key character varying(80),
    raised_on date NOT NULL,
    what text NOT NULL,
    measure text NOT NULL,
    due_on date,
    state character varying(10) NOT NULL,
    exemption_reason text NOT NULL,
    closed_on date,
    outcome text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    closed_by_id bigint,
    contract_id bigint NOT NULL,
    made_by_id bigint,
    organisation_id bigint NOT NULL,
    owner_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    requirement_id bigint,
    meeting_id bigint,
    point_id bigint,
    request_id bigint
);



ALTER TABLE public.followups_deviationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_deviationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_evaluation (
    id bigint NOT NULL,
    held_on date NOT NULL,
    worked text NOT NULL,
    change_next text NOT NULL,
    dose_advice text NOT NULL,
    delivered jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    contract_id bigint NOT NULL,
    made_by_id bigint,
    organisation_id bigint NOT NULL
);



ALTER TABLE public.followups_evaluation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_evaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_evaluationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    held_on date NOT NULL,
    worked text NOT NULL,
    change_next text NOT NULL,
    dose_advice text NOT NULL,
    delivered jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    contract_id bigint NOT NULL,
    made_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.followups_evaluationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_evaluationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_evidence (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    file character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    uploaded_by_id bigint,
    line_id bigint,
    request_id bigint NOT NULL,
    CONSTRAINT followups_evidence_size_check CHECK ((size >= 0))
);



ALTER TABLE public.followups_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_evidenceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    file character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    uploaded_by_id bigint,
    line_id bigint,
    request_id bigint NOT NULL,
    CONSTRAINT followups_evidenceevent_size_check CHECK ((size >= 0))
);



ALTER TABLE public.followups_evidenceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_evidenceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_followupplan (
    id bigint NOT NULL,
    intensity character varying(10) NOT NULL,
    motive text NOT NULL,
    decided_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    contact_id bigint,
    contract_id bigint NOT NULL,
    decided_by_id bigint,
    organisation_id bigint NOT NULL
);



ALTER TABLE public.followups_followupplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_followupplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_followupplanevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    intensity character varying(10) NOT NULL,
    motive text NOT NULL,
    decided_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    contact_id bigint,
    contract_id bigint NOT NULL,
    decided_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.followups_followupplanevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_followupplanevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_intensityrule (
    id bigint NOT NULL,
    deep_from_value numeric(14,2) NOT NULL,
    normal_from_value numeric(14,2) NOT NULL,
    deep_models jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT intensity_deep_is_above_normal CHECK (((deep_from_value >= normal_from_value) AND (normal_from_value >= (0)::numeric)))
);



ALTER TABLE public.followups_intensityrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_intensityrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_intensityruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    deep_from_value numeric(14,2) NOT NULL,
    normal_from_value numeric(14,2) NOT NULL,
    deep_models jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.followups_intensityruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_intensityruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_meeting (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    form character varying(10) NOT NULL,
    place character varying(300) NOT NULL,
    state character varying(10) NOT NULL,
    attendance character varying(12)[] NOT NULL,
    held_on date,
    obstacles text NOT NULL,
    good_experience text NOT NULL,
    agreed text NOT NULL,
    next_on date,
    cancelled_reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    token uuid NOT NULL,
    closed_by_id bigint,
    contract_id bigint,
    made_by_id bigint,
    organisation_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    point_id bigint,
    nonce uuid,
    CONSTRAINT meeting_cancelled_has_reason CHECK (((NOT ((state)::text = 'cancelled'::text)) OR (NOT (cancelled_reason = ''::text)))),
    CONSTRAINT meeting_held_by_somebody CHECK (((held_on IS NULL) OR (
CASE
    WHEN (attendance IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(attendance, 1), 0)
END >= 2))),
    CONSTRAINT meeting_held_has_day CHECK ((((held_on IS NOT NULL) AND ((state)::text = ANY ((ARRAY['held'::character varying, 'closed'::character varying])::text[]))) OR ((NOT ((state)::text = ANY ((ARRAY['held'::character varying, 'closed'::character varying])::text[]))) AND (held_on IS NULL)))),
    CONSTRAINT meeting_market_dialogue_has_no_contract CHECK ((((contract_id IS NULL) AND ((kind)::text = 'market_dialogue'::text)) OR ((NOT ((kind)::text = 'market_dialogue'::text)) AND (contract_id IS NOT NULL))))
);



ALTER TABLE public.followups_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_meetingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    form character varying(10) NOT NULL,
    place character varying(300) NOT NULL,
    state character varying(10) NOT NULL,
    attendance character varying(12)[] NOT NULL,
    held_on date,
    obstacles text NOT NULL,
    good_experience text NOT NULL,
    agreed text NOT NULL,
    next_on date,
    cancelled_reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    token uuid NOT NULL,
    closed_by_id bigint,
    contract_id bigint,
    made_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    point_id bigint
);



ALTER TABLE public.followups_meetingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_meetingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_meetingitem (
    id bigint NOT NULL,
    state character varying(12) NOT NULL,
    promised character varying(120) NOT NULL,
    delivered character varying(120) NOT NULL,
    offered smallint,
    filled smallint,
    unfilled_reason character varying(20) NOT NULL,
    note text NOT NULL,
    meeting_id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    CONSTRAINT followups_meetingitem_filled_check CHECK ((filled >= 0)),
    CONSTRAINT followups_meetingitem_offered_check CHECK ((offered >= 0)),
    CONSTRAINT meeting_item_filled_of_offered CHECK (((filled IS NULL) OR ((filled <= offered) AND (offered IS NOT NULL)))),
    CONSTRAINT meeting_item_unfilled_says_why CHECK (((filled IS NULL) OR (filled = offered) OR (NOT ((unfilled_reason)::text = ''::text))))
);



ALTER TABLE public.followups_meetingitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_meetingitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_meetingitemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    state character varying(12) NOT NULL,
    promised character varying(120) NOT NULL,
    delivered character varying(120) NOT NULL,
    offered smallint,
    filled smallint,
    unfilled_reason character varying(20) NOT NULL,
    note text NOT NULL,
    meeting_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    CONSTRAINT followups_meetingitemevent_filled_check CHECK ((filled >= 0)),
    CONSTRAINT followups_meetingitemevent_offered_check CHECK ((offered >= 0))
);



ALTER TABLE public.followups_meetingitemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_meetingitemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_meetingtask (
    id bigint NOT NULL,
    what text NOT NULL,
    owner character varying(12) NOT NULL,
    due_on date NOT NULL,
    done_on date,
    done_by_id bigint,
    meeting_id bigint NOT NULL
);



ALTER TABLE public.followups_meetingtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_meetingtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_meetingtaskevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    what text NOT NULL,
    owner character varying(12) NOT NULL,
    due_on date NOT NULL,
    done_on date,
    done_by_id bigint,
    meeting_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.followups_meetingtaskevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_meetingtaskevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_placementline (
    id bigint NOT NULL,
    answer character varying(12) NOT NULL,
    starts_month date,
    extent_percent smallint,
    ended_month date,
    placement_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT followups_placementline_extent_percent_check CHECK ((extent_percent >= 0)),
    CONSTRAINT placement_line_extent_is_per_cent CHECK (((extent_percent IS NULL) OR ((extent_percent >= 1) AND (extent_percent <= 100))))
);



ALTER TABLE public.followups_placementline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_placementline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_placementlineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    answer character varying(12) NOT NULL,
    starts_month date,
    extent_percent smallint,
    ended_month date,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT followups_placementlineevent_extent_percent_check CHECK ((extent_percent >= 0))
);



ALTER TABLE public.followups_placementlineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_placementlineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_point (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    due_on date NOT NULL,
    state character varying(10) NOT NULL,
    is_by_hand boolean NOT NULL,
    done_on date,
    reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    contract_id bigint NOT NULL,
    made_by_id bigint,
    organisation_id bigint NOT NULL,
    CONSTRAINT point_cancelled_has_reason CHECK (((NOT ((state)::text = 'cancelled'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT point_done_has_day CHECK ((((done_on IS NOT NULL) AND ((state)::text = 'done'::text)) OR ((NOT ((state)::text = 'done'::text)) AND (done_on IS NULL))))
);



ALTER TABLE public.followups_point ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_pointevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    due_on date NOT NULL,
    state character varying(10) NOT NULL,
    is_by_hand boolean NOT NULL,
    done_on date,
    reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    contract_id bigint NOT NULL,
    made_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.followups_pointevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_pointevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_reportevent (
    id bigint NOT NULL,
    state character varying(12) NOT NULL,
    comment text NOT NULL,
    at timestamp with time zone NOT NULL,
    reporter character varying(120) NOT NULL,
    is_on_behalf boolean NOT NULL,
    by_id bigint,
    request_id bigint NOT NULL
);



ALTER TABLE public.followups_reportevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_reportevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_reporteventevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    state character varying(12) NOT NULL,
    comment text NOT NULL,
    at timestamp with time zone NOT NULL,
    reporter character varying(120) NOT NULL,
    is_on_behalf boolean NOT NULL,
    by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    request_id bigint NOT NULL
);



ALTER TABLE public.followups_reporteventevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_reporteventevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_reportline (
    id bigint NOT NULL,
    offered smallint,
    filled smallint,
    hours numeric(8,1),
    full_time_months numeric(6,1),
    unfilled_reason character varying(20) NOT NULL,
    has_documented_attempts boolean NOT NULL,
    attempts text NOT NULL,
    requirement_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT followups_reportline_filled_check CHECK ((filled >= 0)),
    CONSTRAINT followups_reportline_offered_check CHECK ((offered >= 0)),
    CONSTRAINT report_line_amounts_not_negative CHECK ((((hours IS NULL) OR (hours >= (0)::numeric)) AND ((full_time_months IS NULL) OR (full_time_months >= (0)::numeric)))),
    CONSTRAINT report_line_attempts_are_described CHECK (((NOT has_documented_attempts) OR (NOT (attempts = ''::text)))),
    CONSTRAINT report_line_filled_of_offered CHECK (((filled IS NULL) OR (offered IS NULL) OR (filled <= offered)))
);



ALTER TABLE public.followups_reportline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_reportline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_reportlineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    offered smallint,
    filled smallint,
    hours numeric(8,1),
    full_time_months numeric(6,1),
    unfilled_reason character varying(20) NOT NULL,
    has_documented_attempts boolean NOT NULL,
    attempts text NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT followups_reportlineevent_filled_check CHECK ((filled >= 0)),
    CONSTRAINT followups_reportlineevent_offered_check CHECK ((offered >= 0))
);



ALTER TABLE public.followups_reportlineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_reportlineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_reportrequest (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    due_on date NOT NULL,
    period_from date,
    period_to date,
    contact_name character varying(120) NOT NULL,
    contact_email character varying(254) NOT NULL,
    state character varying(12) NOT NULL,
    nonce uuid NOT NULL,
    link_expires_at timestamp with time zone,
    link_renewed_at timestamp with time zone,
    opened_at timestamp with time zone,
    draft jsonb NOT NULL,
    version integer NOT NULL,
    reporter character varying(120) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    received_at timestamp with time zone,
    settled_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    asked_by_id bigint,
    contract_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    point_id bigint,
    settled_by_id bigint,
    supplier_id bigint NOT NULL,
    CONSTRAINT followups_reportrequest_version_check CHECK ((version >= 0)),
    CONSTRAINT report_period_in_order CHECK (((period_from IS NULL) OR (period_to IS NULL) OR (period_to >= period_from))),
    CONSTRAINT report_received_has_time CHECK ((((state)::text = ANY ((ARRAY['asked'::character varying, 'started'::character varying, 'withdrawn'::character varying])::text[])) OR (received_at IS NOT NULL)))
);



ALTER TABLE public.followups_reportrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_reportrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_reportrequestevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    due_on date NOT NULL,
    period_from date,
    period_to date,
    contact_name character varying(120) NOT NULL,
    contact_email character varying(254) NOT NULL,
    state character varying(12) NOT NULL,
    draft jsonb NOT NULL,
    version integer NOT NULL,
    reporter character varying(120) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    received_at timestamp with time zone,
    settled_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    asked_by_id bigint,
    contract_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    point_id bigint,
    settled_by_id bigint,
    supplier_id bigint NOT NULL,
    CONSTRAINT followups_reportrequestevent_version_check CHECK ((version >= 0))
);



ALTER TABLE public.followups_reportrequestevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_reportrequestevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_sample (
    id bigint NOT NULL,
    seed character varying(40) NOT NULL,
    size smallint NOT NULL,
    drawn_from jsonb NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    note text NOT NULL,
    token uuid NOT NULL,
    drawn_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT followups_sample_size_check CHECK ((size >= 0))
);



ALTER TABLE public.followups_sample ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_sample_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_sampleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    seed character varying(40) NOT NULL,
    size smallint NOT NULL,
    drawn_from jsonb NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    note text NOT NULL,
    token uuid NOT NULL,
    drawn_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT followups_sampleevent_size_check CHECK ((size >= 0))
);



ALTER TABLE public.followups_sampleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_sampleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_sampleitem (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    reply text NOT NULL,
    remark text NOT NULL,
    settled_on date,
    updated_at timestamp with time zone NOT NULL,
    contract_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    sample_id bigint NOT NULL,
    settled_by_id bigint,
    CONSTRAINT sample_remark_is_said CHECK (((NOT ((state)::text = 'remark'::text)) OR (NOT (remark = ''::text))))
);



ALTER TABLE public.followups_sampleitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_sampleitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_sampleitemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    reply text NOT NULL,
    remark text NOT NULL,
    settled_on date,
    updated_at timestamp with time zone NOT NULL,
    contract_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    sample_id bigint NOT NULL,
    settled_by_id bigint
);



ALTER TABLE public.followups_sampleitemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_sampleitemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_sanction (
    id bigint NOT NULL,
    step character varying(16) NOT NULL,
    state character varying(10) NOT NULL,
    motive text NOT NULL,
    override_motive text NOT NULL,
    reply_by date,
    reply text NOT NULL,
    replied_on date,
    decided_on date,
    rectify_by date,
    amount numeric(12,2),
    penalty_units smallint,
    letter text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    decided_by_id bigint,
    deviation_id bigint NOT NULL,
    made_by_id bigint,
    organisation_id bigint NOT NULL,
    link_expires_at timestamp with time zone,
    mailed_to character varying(254) NOT NULL,
    nonce uuid,
    replier character varying(120) NOT NULL,
    CONSTRAINT followups_sanction_penalty_units_check CHECK ((penalty_units >= 0)),
    CONSTRAINT sanction_decided_has_day CHECK (((NOT ((state)::text = 'decided'::text)) OR (decided_on IS NOT NULL))),
    CONSTRAINT sanction_has_motive CHECK ((NOT (motive = ''::text))),
    CONSTRAINT sanction_penalty_has_amount CHECK ((((amount IS NOT NULL) AND ((step)::text = 'penalty'::text)) OR ((NOT ((step)::text = 'penalty'::text)) AND (amount IS NULL))))
);



ALTER TABLE public.followups_sanction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_sanction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.followups_sanctionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    step character varying(16) NOT NULL,
    state character varying(10) NOT NULL,
    motive text NOT NULL,
    override_motive text NOT NULL,
    reply_by date,
    reply text NOT NULL,
    replied_on date,
    decided_on date,
    rectify_by date,
    amount numeric(12,2),
    penalty_units smallint,
    letter text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    decided_by_id bigint,
    deviation_id bigint NOT NULL,
    made_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    mailed_to character varying(254) NOT NULL,
    replier character varying(120) NOT NULL,
    CONSTRAINT followups_sanctionevent_penalty_units_check CHECK ((penalty_units >= 0))
);



ALTER TABLE public.followups_sanctionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.followups_sanctionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.interchange_columnmapping (
    id bigint NOT NULL,
    signature character varying(64) NOT NULL,
    mapping jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL
);



ALTER TABLE public.interchange_columnmapping ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interchange_columnmapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.interchange_columnmappingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    signature character varying(64) NOT NULL,
    mapping jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.interchange_columnmappingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interchange_columnmappingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.interchange_importbatch (
    id bigint NOT NULL,
    filename character varying(200) NOT NULL,
    content bytea NOT NULL,
    state character varying(20) NOT NULL,
    mapping jsonb NOT NULL,
    counts jsonb NOT NULL,
    progress_done integer NOT NULL,
    progress_total integer NOT NULL,
    message text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    undone_at timestamp with time zone,
    token uuid,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    undone_by_id bigint,
    skipped jsonb NOT NULL,
    kind character varying(20) NOT NULL,
    CONSTRAINT import_undone_at_and_by CHECK ((((undone_at IS NULL) AND (undone_by_id IS NULL)) OR (undone_at IS NOT NULL))),
    CONSTRAINT import_undone_was_applied CHECK (((undone_at IS NULL) OR (applied_at IS NOT NULL))),
    CONSTRAINT interchange_importbatch_progress_done_check CHECK ((progress_done >= 0)),
    CONSTRAINT interchange_importbatch_progress_total_check CHECK ((progress_total >= 0))
);



ALTER TABLE public.interchange_importbatch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interchange_importbatch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.interchange_importbatchevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    filename character varying(200) NOT NULL,
    state character varying(20) NOT NULL,
    mapping jsonb NOT NULL,
    counts jsonb NOT NULL,
    message text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    undone_at timestamp with time zone,
    token uuid,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    undone_by_id bigint,
    skipped jsonb NOT NULL,
    kind character varying(20) NOT NULL
);



ALTER TABLE public.interchange_importbatchevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interchange_importbatchevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.interchange_importchange (
    id bigint NOT NULL,
    model character varying(60) NOT NULL,
    object_id character varying(20) NOT NULL,
    before jsonb,
    after jsonb NOT NULL,
    batch_id bigint NOT NULL
);



ALTER TABLE public.interchange_importchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interchange_importchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.interchange_importchangeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    model character varying(60) NOT NULL,
    object_id character varying(20) NOT NULL,
    before jsonb,
    after jsonb NOT NULL,
    batch_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.interchange_importchangeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interchange_importchangeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.interchange_importrow (
    id bigint NOT NULL,
    sheet character varying(100) NOT NULL,
    number integer NOT NULL,
    status character varying(10) NOT NULL,
    title character varying(300) NOT NULL,
    details jsonb NOT NULL,
    batch_id bigint NOT NULL,
    CONSTRAINT interchange_importrow_number_check CHECK ((number >= 0))
);



ALTER TABLE public.interchange_importrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interchange_importrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.interchange_importrowevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    sheet character varying(100) NOT NULL,
    number integer NOT NULL,
    status character varying(10) NOT NULL,
    title character varying(300) NOT NULL,
    details jsonb NOT NULL,
    batch_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT interchange_importrowevent_number_check CHECK ((number >= 0))
);



ALTER TABLE public.interchange_importrowevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interchange_importrowevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_agreementdepartment (
    id bigint NOT NULL,
    department_id bigint NOT NULL,
    agreement_id bigint NOT NULL
);



ALTER TABLE public.mbl_agreementdepartment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_agreementdepartment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_agreementdepartmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    department_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    agreement_id bigint NOT NULL
);



ALTER TABLE public.mbl_agreementdepartmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_agreementdepartmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_agreementunion (
    id bigint NOT NULL,
    agreement_id bigint NOT NULL,
    union_id bigint NOT NULL
);



ALTER TABLE public.mbl_agreementunion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_agreementunion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_agreementunionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    agreement_id bigint NOT NULL,
    union_id bigint NOT NULL
);



ALTER TABLE public.mbl_agreementunionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_agreementunionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_answer (
    id bigint NOT NULL,
    question character varying(2) NOT NULL,
    is_yes boolean NOT NULL,
    motive text NOT NULL,
    answered_on date NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    assessment_id bigint NOT NULL,
    CONSTRAINT answer_yes_has_motive CHECK (((NOT is_yes) OR (NOT (motive = ''::text))))
);



ALTER TABLE public.mbl_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_answerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    question character varying(2) NOT NULL,
    is_yes boolean NOT NULL,
    motive text NOT NULL,
    answered_on date NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    assessment_id bigint NOT NULL
);



ALTER TABLE public.mbl_answerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_answerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_assessment (
    id bigint NOT NULL,
    not_required_motive text NOT NULL,
    exemption character varying(10) NOT NULL,
    exemption_reference character varying(200) NOT NULL,
    reopened_on date,
    decided_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    decided_by_id bigint,
    department_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    procurement_id bigint NOT NULL
);



ALTER TABLE public.mbl_assessment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_assessment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_assessmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    not_required_motive text NOT NULL,
    exemption character varying(10) NOT NULL,
    exemption_reference character varying(200) NOT NULL,
    reopened_on date,
    decided_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    decided_by_id bigint,
    department_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL
);



ALTER TABLE public.mbl_assessmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_assessmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_blackout (
    id bigint NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    label character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    department_id bigint,
    organisation_id bigint NOT NULL,
    union_id bigint,
    CONSTRAINT blackout_ends_after_start CHECK ((last_on >= first_on))
);



ALTER TABLE public.mbl_blackout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_blackout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_blackoutevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    label character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    department_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    union_id bigint
);



ALTER TABLE public.mbl_blackoutevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_blackoutevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_checklisttemplate (
    id bigint NOT NULL,
    version smallint NOT NULL,
    items jsonb NOT NULL,
    note character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    CONSTRAINT mbl_checklisttemplate_version_check CHECK ((version >= 0))
);



ALTER TABLE public.mbl_checklisttemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_checklisttemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_checklisttemplateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    version smallint NOT NULL,
    items jsonb NOT NULL,
    note character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT mbl_checklisttemplateevent_version_check CHECK ((version >= 0))
);



ALTER TABLE public.mbl_checklisttemplateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_checklisttemplateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_comment (
    id bigint NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    by_id bigint,
    consultation_id bigint NOT NULL
);



ALTER TABLE public.mbl_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_commentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    consultation_id bigint NOT NULL
);



ALTER TABLE public.mbl_commentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_commentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_consultation (
    id bigint NOT NULL,
    stage character varying(1) NOT NULL,
    paragraph character varying(2) NOT NULL,
    route character varying(12) NOT NULL,
    round_number smallint NOT NULL,
    state character varying(20) NOT NULL,
    close_reason character varying(16) NOT NULL,
    closed_on date,
    not_required_motive text NOT NULL,
    called_on date,
    channel character varying(10) NOT NULL,
    meeting_on date,
    place character varying(200) NOT NULL,
    matter text NOT NULL,
    proposal text NOT NULL,
    secrecy_reservation text NOT NULL,
    met_on date,
    form character varying(10) NOT NULL,
    adjourned_to date,
    participants text NOT NULL,
    employer_view text NOT NULL,
    union_view text NOT NULL,
    disagreement text NOT NULL,
    minutes_reference character varying(120) NOT NULL,
    minutes_approved_employer_on date,
    minutes_approved_union_on date,
    local_closed_on date,
    central_requested_on date,
    central_requested_by character varying(120) NOT NULL,
    is_central_late boolean NOT NULL,
    central_meeting_on date,
    central_met_on date,
    central_outcome text NOT NULL,
    withdrawn_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    assessment_id bigint NOT NULL,
    department_id bigint NOT NULL,
    minutes_approved_union_by_id bigint,
    organisation_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    supplier_id bigint,
    template_id bigint,
    agreement_id bigint,
    union_id bigint NOT NULL,
    withdrawn_by character varying(10) NOT NULL,
    CONSTRAINT consultation_closed_has_reason CHECK (((((state)::text = 'closed'::text) AND (NOT ((close_reason)::text = ''::text)) AND (closed_on IS NOT NULL)) OR ((NOT ((state)::text = 'closed'::text)) AND ((close_reason)::text = ''::text) AND (closed_on IS NULL)))),
    CONSTRAINT consultation_meets_after_call CHECK (((met_on IS NULL) OR (called_on IS NULL) OR (met_on >= called_on))),
    CONSTRAINT consultation_not_required_has_motive CHECK (((NOT ((state)::text = 'not_required'::text)) OR (NOT (not_required_motive = ''::text)))),
    CONSTRAINT mbl_consultation_round_number_check CHECK ((round_number >= 0))
);



ALTER TABLE public.mbl_consultation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_consultation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_consultationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    stage character varying(1) NOT NULL,
    paragraph character varying(2) NOT NULL,
    route character varying(12) NOT NULL,
    round_number smallint NOT NULL,
    state character varying(20) NOT NULL,
    close_reason character varying(16) NOT NULL,
    closed_on date,
    not_required_motive text NOT NULL,
    called_on date,
    channel character varying(10) NOT NULL,
    meeting_on date,
    place character varying(200) NOT NULL,
    matter text NOT NULL,
    proposal text NOT NULL,
    secrecy_reservation text NOT NULL,
    met_on date,
    form character varying(10) NOT NULL,
    adjourned_to date,
    participants text NOT NULL,
    employer_view text NOT NULL,
    union_view text NOT NULL,
    disagreement text NOT NULL,
    minutes_reference character varying(120) NOT NULL,
    minutes_approved_employer_on date,
    minutes_approved_union_on date,
    local_closed_on date,
    central_requested_on date,
    central_requested_by character varying(120) NOT NULL,
    is_central_late boolean NOT NULL,
    central_meeting_on date,
    central_met_on date,
    central_outcome text NOT NULL,
    withdrawn_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    assessment_id bigint NOT NULL,
    department_id bigint NOT NULL,
    minutes_approved_union_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    supplier_id bigint,
    template_id bigint,
    agreement_id bigint,
    union_id bigint NOT NULL,
    withdrawn_by character varying(10) NOT NULL,
    CONSTRAINT mbl_consultationevent_round_number_check CHECK ((round_number >= 0))
);



ALTER TABLE public.mbl_consultationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_consultationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_cooperationagreement (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    paragraphs character varying(2)[] NOT NULL,
    central_request_days smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    reference character varying(120) NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    organisation_id bigint NOT NULL,
    CONSTRAINT agreement_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT agreement_replaces_something CHECK ((
CASE
    WHEN (paragraphs IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(paragraphs, 1), 0)
END >= 1)),
    CONSTRAINT agreement_request_days_at_most_60 CHECK ((central_request_days <= 60)),
    CONSTRAINT mbl_cooperationagreement_central_request_days_check CHECK ((central_request_days >= 0))
);



ALTER TABLE public.mbl_cooperationagreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_cooperationagreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_cooperationagreementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    paragraphs character varying(2)[] NOT NULL,
    central_request_days smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    reference character varying(120) NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT mbl_cooperationagreementevent_central_request_days_check CHECK ((central_request_days >= 0))
);



ALTER TABLE public.mbl_cooperationagreementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_cooperationagreementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_cooperationgroup (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    agreement_id bigint NOT NULL,
    department_id bigint
);



ALTER TABLE public.mbl_cooperationgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_cooperationgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_cooperationgroupevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    agreement_id bigint NOT NULL,
    department_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.mbl_cooperationgroupevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_cooperationgroupevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_document (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    title character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    file character varying(200) NOT NULL,
    is_shared boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    consultation_id bigint NOT NULL,
    uploaded_by_id bigint,
    CONSTRAINT mbl_document_size_check CHECK ((size >= 0))
);



ALTER TABLE public.mbl_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_documentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    title character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    file character varying(200) NOT NULL,
    is_shared boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    consultation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    uploaded_by_id bigint,
    CONSTRAINT mbl_documentevent_size_check CHECK ((size >= 0))
);



ALTER TABLE public.mbl_documentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_documentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_groupmeeting (
    id bigint NOT NULL,
    held_on date NOT NULL,
    group_id bigint NOT NULL
);



ALTER TABLE public.mbl_groupmeeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_groupmeeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_groupmeetingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    held_on date NOT NULL,
    group_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.mbl_groupmeetingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_groupmeetingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_override (
    id bigint NOT NULL,
    stage character varying(1) NOT NULL,
    reason text NOT NULL,
    decision_maker character varying(120) NOT NULL,
    reference character varying(120) NOT NULL,
    decided_on date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    created_by_id bigint,
    department_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    CONSTRAINT override_is_whole CHECK (((NOT (reason = ''::text)) AND (NOT ((decision_maker)::text = ''::text)) AND (NOT ((reference)::text = ''::text))))
);



ALTER TABLE public.mbl_override ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_override_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_overrideevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    stage character varying(1) NOT NULL,
    reason text NOT NULL,
    decision_maker character varying(120) NOT NULL,
    reference character varying(120) NOT NULL,
    decided_on date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    created_by_id bigint,
    department_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL
);



ALTER TABLE public.mbl_overrideevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_overrideevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_planchange (
    id bigint NOT NULL,
    dates jsonb NOT NULL,
    changes jsonb NOT NULL,
    seen_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    assessment_id bigint NOT NULL,
    seen_by_id bigint
);



ALTER TABLE public.mbl_planchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_planchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_planchangeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    dates jsonb NOT NULL,
    changes jsonb NOT NULL,
    seen_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    assessment_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    seen_by_id bigint
);



ALTER TABLE public.mbl_planchangeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_planchangeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_plansettings (
    id bigint NOT NULL,
    numbers jsonb NOT NULL,
    days_off date[] NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL
);



ALTER TABLE public.mbl_plansettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_plansettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_plansettingsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    numbers jsonb NOT NULL,
    days_off date[] NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.mbl_plansettingsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_plansettingsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_union (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    level character varying(10) NOT NULL,
    has_collective_agreement boolean NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    sort_key text GENERATED ALWAYS AS (public.sv_sort_key((name)::text)) STORED COLLATE pg_catalog."C",
    central_id bigint,
    organisation_id bigint NOT NULL,
    CONSTRAINT union_central_has_no_central CHECK ((((level)::text = 'local'::text) OR (central_id IS NULL)))
);



ALTER TABLE public.mbl_union ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_union_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_uniondepartment (
    id bigint NOT NULL,
    department_id bigint NOT NULL,
    union_id bigint NOT NULL
);



ALTER TABLE public.mbl_uniondepartment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_uniondepartment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_uniondepartmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    department_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    union_id bigint NOT NULL
);



ALTER TABLE public.mbl_uniondepartmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_uniondepartmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_unionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    level character varying(10) NOT NULL,
    has_collective_agreement boolean NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    central_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.mbl_unionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_unionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_unionrepresentative (
    id bigint NOT NULL,
    role character varying(80) NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    union_id bigint NOT NULL,
    user_id bigint
);



ALTER TABLE public.mbl_unionrepresentative ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_unionrepresentative_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_unionrepresentativeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    role character varying(80) NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    union_id bigint NOT NULL,
    user_id bigint
);



ALTER TABLE public.mbl_unionrepresentativeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_unionrepresentativeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_veto (
    id bigint NOT NULL,
    is_by_central boolean NOT NULL,
    declared_on date NOT NULL,
    ground character varying(10) NOT NULL,
    facts text NOT NULL,
    state character varying(16) NOT NULL,
    resolved_on date,
    decision_maker character varying(120) NOT NULL,
    legal_opinion text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    consultation_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    union_id bigint NOT NULL,
    CONSTRAINT veto_blocking_is_central CHECK (((NOT ((state)::text = ANY ((ARRAY['declared'::character varying, 'upheld'::character varying])::text[]))) OR is_by_central)),
    CONSTRAINT veto_invalid_has_note CHECK (((NOT ((state)::text = 'invalid_ground'::text)) OR (NOT (legal_opinion = ''::text)))),
    CONSTRAINT veto_unfounded_has_opinion CHECK (((NOT ((state)::text = 'unfounded'::text)) OR ((NOT ((decision_maker)::text = ''::text)) AND (NOT (legal_opinion = ''::text)))))
);



ALTER TABLE public.mbl_veto ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_veto_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.mbl_vetoevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    is_by_central boolean NOT NULL,
    declared_on date NOT NULL,
    ground character varying(10) NOT NULL,
    facts text NOT NULL,
    state character varying(16) NOT NULL,
    resolved_on date,
    decision_maker character varying(120) NOT NULL,
    legal_opinion text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    consultation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    union_id bigint NOT NULL
);



ALTER TABLE public.mbl_vetoevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mbl_vetoevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.onboarding_onboarding (
    id bigint NOT NULL,
    started_on date NOT NULL,
    ready_on date NOT NULL,
    note text NOT NULL,
    finished_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    created_by_id bigint,
    finished_by_id bigint,
    organisation_id bigint NOT NULL,
    responsible_id bigint,
    CONSTRAINT onboarding_finished_after_start CHECK (((finished_on IS NULL) OR (finished_on >= started_on))),
    CONSTRAINT onboarding_ready_after_start CHECK ((ready_on >= started_on))
);



ALTER TABLE public.onboarding_onboarding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.onboarding_onboarding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.onboarding_onboardingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    started_on date NOT NULL,
    ready_on date NOT NULL,
    note text NOT NULL,
    finished_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    created_by_id bigint,
    finished_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    responsible_id bigint
);



ALTER TABLE public.onboarding_onboardingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.onboarding_onboardingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.onboarding_onboardingstep (
    id bigint NOT NULL,
    step character varying(20) NOT NULL,
    state character varying(12) NOT NULL,
    done_on date,
    reference character varying(200) NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    onboarding_id bigint NOT NULL,
    written_by_id bigint,
    CONSTRAINT onboarding_step_done_has_reference CHECK ((((done_on IS NOT NULL) AND ((state)::text = 'done'::text) AND (NOT ((reference)::text = ''::text))) OR ((NOT ((state)::text = 'done'::text)) AND (done_on IS NULL) AND ((reference)::text = ''::text)))),
    CONSTRAINT onboarding_step_set_aside_has_reason CHECK (((NOT ((state)::text = 'not_needed'::text)) OR (NOT (note = ''::text))))
);



ALTER TABLE public.onboarding_onboardingstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.onboarding_onboardingstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.onboarding_onboardingstepevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    step character varying(20) NOT NULL,
    state character varying(12) NOT NULL,
    done_on date,
    reference character varying(200) NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    onboarding_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    written_by_id bigint
);



ALTER TABLE public.onboarding_onboardingstepevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.onboarding_onboardingstepevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);



CREATE TABLE public.placements_activity (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    held_on date NOT NULL,
    topic character varying(200) NOT NULL,
    participant_count integer,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    contract_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT placements_activity_participant_count_check CHECK ((participant_count >= 0))
);



ALTER TABLE public.placements_activity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_activity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_activityevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    held_on date NOT NULL,
    topic character varying(200) NOT NULL,
    participant_count integer,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    contract_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT placements_activityevent_participant_count_check CHECK ((participant_count >= 0))
);



ALTER TABLE public.placements_activityevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_activityevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_consent (
    id bigint NOT NULL,
    purpose character varying(30) NOT NULL,
    given_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    document_reference character varying(80) NOT NULL,
    withdrawn_on date,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    participant_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    supplier_id bigint,
    withdrawn_by_id bigint,
    CONSTRAINT consent_supplier_when_about_one CHECK (((((purpose)::text = ANY ((ARRAY['contact_supplier'::character varying, 'share_cv'::character varying])::text[])) AND (supplier_id IS NOT NULL)) OR ((NOT ((purpose)::text = ANY ((ARRAY['contact_supplier'::character varying, 'share_cv'::character varying])::text[]))) AND (supplier_id IS NULL)))),
    CONSTRAINT consent_withdrawn_after_given CHECK (((withdrawn_on IS NULL) OR (withdrawn_on >= given_on))),
    CONSTRAINT consent_withdrawn_on_and_by CHECK ((((withdrawn_by_id IS NULL) AND (withdrawn_on IS NULL)) OR ((withdrawn_by_id IS NOT NULL) AND (withdrawn_on IS NOT NULL))))
);



ALTER TABLE public.placements_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_consentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    purpose character varying(30) NOT NULL,
    given_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    document_reference character varying(80) NOT NULL,
    withdrawn_on date,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    participant_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    supplier_id bigint,
    withdrawn_by_id bigint
);



ALTER TABLE public.placements_consentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_consentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_credit (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    amount numeric(9,2) NOT NULL,
    source character varying(200) NOT NULL,
    source_key character varying(80) NOT NULL,
    granted_on date NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    contract_id bigint NOT NULL,
    granted_by_id bigint,
    organisation_id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT credit_amount_is_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT credit_withdrawn_is_whole CHECK ((((withdrawn_at IS NULL) AND (withdrawn_reason = ''::text)) OR ((withdrawn_at IS NOT NULL) AND (NOT (withdrawn_reason = ''::text)))))
);



ALTER TABLE public.placements_credit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_credit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_creditevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    amount numeric(9,2) NOT NULL,
    source character varying(200) NOT NULL,
    source_key character varying(80) NOT NULL,
    granted_on date NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    contract_id bigint NOT NULL,
    granted_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    withdrawn_by_id bigint
);



ALTER TABLE public.placements_creditevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_creditevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_disclosure (
    id bigint NOT NULL,
    told character varying(20)[] NOT NULL,
    ground character varying(20) NOT NULL,
    harm_test_reference character varying(80) NOT NULL,
    told_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    consent_id bigint,
    placement_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT disclosure_has_its_ground CHECK ((((consent_id IS NOT NULL) AND ((ground)::text = 'consent'::text) AND ((harm_test_reference)::text = ''::text)) OR ((consent_id IS NULL) AND ((ground)::text = 'harm_test'::text) AND (NOT ((harm_test_reference)::text = ''::text))))),
    CONSTRAINT disclosure_tells_something CHECK ((
CASE
    WHEN (told IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(told, 1), 0)
END >= 1))
);



ALTER TABLE public.placements_disclosure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_disclosure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_disclosureevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    told character varying(20)[] NOT NULL,
    ground character varying(20) NOT NULL,
    harm_test_reference character varying(80) NOT NULL,
    told_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    consent_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    supplier_id bigint NOT NULL
);



ALTER TABLE public.placements_disclosureevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_disclosureevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_followup (
    id bigint NOT NULL,
    months smallint NOT NULL,
    due_on date NOT NULL,
    situation character varying(30) NOT NULL,
    answered_on date,
    stopped_on date,
    created_at timestamp with time zone NOT NULL,
    is_demo boolean NOT NULL,
    answered_by_id bigint,
    placement_id bigint NOT NULL,
    CONSTRAINT follow_up_answer_and_day CHECK ((((answered_on IS NULL) AND ((situation)::text = ''::text)) OR ((NOT ((situation)::text = ''::text)) AND (answered_on IS NOT NULL)))),
    CONSTRAINT follow_up_answered_or_stopped CHECK (((answered_on IS NULL) OR (stopped_on IS NULL))),
    CONSTRAINT follow_up_months_plausible CHECK (((months >= 1) AND (months <= 60))),
    CONSTRAINT placements_followup_months_check CHECK ((months >= 0))
);



ALTER TABLE public.placements_followup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_followup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_followupevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    months smallint NOT NULL,
    due_on date NOT NULL,
    situation character varying(30) NOT NULL,
    answered_on date,
    stopped_on date,
    created_at timestamp with time zone NOT NULL,
    is_demo boolean NOT NULL,
    answered_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    CONSTRAINT placements_followupevent_months_check CHECK ((months >= 0))
);



ALTER TABLE public.placements_followupevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_followupevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_matchingsettings (
    organisation_id bigint NOT NULL,
    follow_up_months smallint[] NOT NULL,
    uses_target_groups boolean NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date,
    reference character varying(120) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT matching_follows_up_after_three_months CHECK ((follow_up_months @> ARRAY[(3)::smallint])),
    CONSTRAINT matching_target_groups_are_decided CHECK (((NOT uses_target_groups) OR ((NOT ((decided_by_body)::text = ''::text)) AND (NOT ((reference)::text = ''::text)) AND (decided_on IS NOT NULL))))
);



CREATE TABLE public.placements_matchingsettingsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    follow_up_months smallint[] NOT NULL,
    uses_target_groups boolean NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date,
    reference character varying(120) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.placements_matchingsettingsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_matchingsettingsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_participant (
    id bigint NOT NULL,
    code character varying(7),
    case_reference character varying(40) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    is_demo boolean NOT NULL,
    is_protected boolean NOT NULL,
    matcher_id bigint,
    merged_into_id bigint,
    purged_on date,
    target_group_id bigint,
    token uuid,
    CONSTRAINT participant_code_shape CHECK (((code IS NULL) OR ((code)::text ~ '^[0-9A-Z]{3}-[0-9A-Z]{3}$'::text))),
    CONSTRAINT participant_not_merged_into_itself CHECK (((merged_into_id IS NULL) OR (NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL))))),
    CONSTRAINT participant_protected_has_matcher CHECK (((NOT is_protected) OR (matcher_id IS NOT NULL) OR (code IS NULL))),
    CONSTRAINT participant_without_code_is_purged CHECK ((((code IS NOT NULL) AND (purged_on IS NULL)) OR (((case_reference)::text = ''::text) AND (code IS NULL) AND (purged_on IS NOT NULL) AND (target_group_id IS NULL))))
);



ALTER TABLE public.placements_participant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_participantevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(7),
    case_reference character varying(40) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    is_demo boolean NOT NULL,
    is_protected boolean NOT NULL,
    matcher_id bigint,
    merged_into_id bigint,
    purged_on date,
    target_group_id bigint,
    token uuid
);



ALTER TABLE public.placements_participantevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_participantevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_participantmerge (
    id bigint NOT NULL,
    placement_ids bigint[] NOT NULL,
    consent_ids bigint[] NOT NULL,
    waiting_ids bigint[] NOT NULL,
    case_reference character varying(40) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    kept_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    merged_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    undone_by_id bigint,
    CONSTRAINT merge_undone_at_and_by CHECK ((((undone_at IS NULL) AND (undone_by_id IS NULL)) OR ((undone_at IS NOT NULL) AND (undone_by_id IS NOT NULL))))
);



ALTER TABLE public.placements_participantmerge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_participantmerge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_participantmergeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    placement_ids bigint[] NOT NULL,
    consent_ids bigint[] NOT NULL,
    waiting_ids bigint[] NOT NULL,
    case_reference character varying(40) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    kept_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    merged_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    undone_by_id bigint
);



ALTER TABLE public.placements_participantmergeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_participantmergeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_pause (
    id bigint NOT NULL,
    from_on date NOT NULL,
    to_on date,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    placement_id bigint NOT NULL,
    CONSTRAINT pause_ends_after_start CHECK (((to_on IS NULL) OR (to_on >= from_on)))
);



ALTER TABLE public.placements_pause ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_pause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_pauseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    from_on date NOT NULL,
    to_on date,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    placement_id bigint NOT NULL
);



ALTER TABLE public.placements_pauseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_pauseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_placement (
    id bigint NOT NULL,
    number integer NOT NULL,
    kind character varying(20) NOT NULL,
    started_on date,
    planned_end_on date,
    ended_on date,
    end_reason character varying(30) NOT NULL,
    extent_percent smallint,
    created_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    contract_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    undone_by_id bigint,
    exited_on date,
    planned_start_on date,
    referring_body character varying(30) NOT NULL,
    state character varying(30) NOT NULL,
    supervisor_role character varying(80) NOT NULL,
    offer_id bigint,
    starts_on date GENERATED ALWAYS AS (COALESCE(started_on, planned_start_on)) STORED,
    CONSTRAINT placement_end_date_and_reason CHECK (((((end_reason)::text = ''::text) AND (ended_on IS NULL)) OR ((ended_on IS NOT NULL) AND (NOT ((end_reason)::text = ''::text))))),
    CONSTRAINT placement_ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= started_on))),
    CONSTRAINT placement_extent_1_to_100 CHECK (((extent_percent IS NULL) OR ((extent_percent >= 1) AND (extent_percent <= 100)))),
    CONSTRAINT placement_has_a_place CHECK (((contract_id IS NOT NULL) OR (offer_id IS NOT NULL))),
    CONSTRAINT placement_planned_end_after_start CHECK (((planned_end_on IS NULL) OR ((planned_start_on IS NULL) AND (started_on IS NULL)) OR (planned_end_on >= COALESCE(started_on, planned_start_on)))),
    CONSTRAINT placement_state_and_dates CHECK ((((ended_on IS NULL) AND (exited_on IS NULL) AND (started_on IS NULL) AND ((state)::text = ANY ((ARRAY['proposed'::character varying, 'consented'::character varying, 'matched'::character varying])::text[]))) OR ((ended_on IS NULL) AND (exited_on IS NULL) AND (started_on IS NOT NULL) AND ((state)::text = 'started'::text)) OR ((ended_on IS NOT NULL) AND (exited_on IS NULL) AND (started_on IS NOT NULL) AND ((state)::text = 'ended'::text)) OR ((ended_on IS NULL) AND (exited_on IS NOT NULL) AND (started_on IS NULL) AND ((state)::text = ANY ((ARRAY['declined_by_candidate'::character varying, 'declined_by_supplier'::character varying, 'withdrawn'::character varying, 'no_show'::character varying])::text[]))))),
    CONSTRAINT placement_undone_at_and_by CHECK ((((undone_at IS NULL) AND (undone_by_id IS NULL)) OR ((undone_at IS NOT NULL) AND (undone_by_id IS NOT NULL)))),
    CONSTRAINT placements_placement_extent_percent_check CHECK ((extent_percent >= 0)),
    CONSTRAINT placements_placement_number_check CHECK ((number >= 0))
);



ALTER TABLE public.placements_placement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_placementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number integer NOT NULL,
    kind character varying(20) NOT NULL,
    started_on date,
    planned_end_on date,
    ended_on date,
    end_reason character varying(30) NOT NULL,
    extent_percent smallint,
    created_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    contract_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    undone_by_id bigint,
    planned_start_on date,
    exited_on date,
    referring_body character varying(30) NOT NULL,
    state character varying(30) NOT NULL,
    supervisor_role character varying(80) NOT NULL,
    offer_id bigint,
    CONSTRAINT placements_placementevent_extent_percent_check CHECK ((extent_percent >= 0)),
    CONSTRAINT placements_placementevent_number_check CHECK ((number >= 0))
);



ALTER TABLE public.placements_placementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_placementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_placeoffer (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    occupation character varying(120) NOT NULL,
    count smallint NOT NULL,
    place character varying(120) NOT NULL,
    from_on date NOT NULL,
    to_on date,
    requirements character varying(300) NOT NULL,
    offered_on date NOT NULL,
    closed_on date,
    unfilled_reason character varying(30) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    contract_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT offer_closed_after_offered CHECK (((closed_on IS NULL) OR (closed_on >= offered_on))),
    CONSTRAINT offer_count_positive CHECK (((count >= 1) AND (count <= 200))),
    CONSTRAINT offer_ends_after_start CHECK (((to_on IS NULL) OR (to_on >= from_on))),
    CONSTRAINT offer_reason_only_when_closed CHECK ((((unfilled_reason)::text = ''::text) OR (closed_on IS NOT NULL))),
    CONSTRAINT placements_placeoffer_count_check CHECK ((count >= 0))
);



ALTER TABLE public.placements_placeoffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_placeoffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_placeofferevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    occupation character varying(120) NOT NULL,
    count smallint NOT NULL,
    place character varying(120) NOT NULL,
    from_on date NOT NULL,
    to_on date,
    requirements character varying(300) NOT NULL,
    offered_on date NOT NULL,
    closed_on date,
    unfilled_reason character varying(30) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    contract_id bigint,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT placements_placeofferevent_count_check CHECK ((count >= 0))
);



ALTER TABLE public.placements_placeofferevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_placeofferevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_purgeitem (
    id bigint NOT NULL,
    record_class character varying(30) NOT NULL,
    row_id bigint NOT NULL,
    trigger_on date NOT NULL,
    due_on date NOT NULL,
    placement_numbers integer[] NOT NULL,
    is_done boolean NOT NULL,
    participant_id bigint,
    run_id bigint NOT NULL
);



ALTER TABLE public.placements_purgeitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_purgeitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_purgeitemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    record_class character varying(30) NOT NULL,
    row_id bigint NOT NULL,
    trigger_on date NOT NULL,
    due_on date NOT NULL,
    placement_numbers integer[] NOT NULL,
    is_done boolean NOT NULL,
    participant_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    run_id bigint NOT NULL
);



ALTER TABLE public.placements_purgeitemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_purgeitemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_purgerun (
    id bigint NOT NULL,
    as_of date NOT NULL,
    rules jsonb NOT NULL,
    state character varying(20) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    executed_at timestamp with time zone,
    token uuid NOT NULL,
    approved_by_id bigint,
    made_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT purge_by_two_people CHECK (((approved_by_id IS NULL) OR (NOT ((approved_by_id = made_by_id) AND (approved_by_id IS NOT NULL))))),
    CONSTRAINT purge_executed_when_approved CHECK ((((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL) AND ((state)::text = 'executed'::text) AND (executed_at IS NOT NULL)) OR ((NOT ((state)::text = 'executed'::text)) AND (executed_at IS NULL))))
);



ALTER TABLE public.placements_purgerun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_purgerun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_purgerunevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    as_of date NOT NULL,
    rules jsonb NOT NULL,
    state character varying(20) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    executed_at timestamp with time zone,
    token uuid NOT NULL,
    approved_by_id bigint,
    made_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.placements_purgerunevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_purgerunevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_retentionrule (
    id bigint NOT NULL,
    record_class character varying(30) NOT NULL,
    trigger character varying(30) NOT NULL,
    months smallint NOT NULL,
    action character varying(20) NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date NOT NULL,
    reference character varying(120) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT placements_retentionrule_months_check CHECK ((months >= 0)),
    CONSTRAINT retention_months_plausible CHECK (((months >= 0) AND (months <= 600)))
);



ALTER TABLE public.placements_retentionrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_retentionrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_retentionruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    record_class character varying(30) NOT NULL,
    trigger character varying(30) NOT NULL,
    months smallint NOT NULL,
    action character varying(20) NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date NOT NULL,
    reference character varying(120) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT placements_retentionruleevent_months_check CHECK ((months >= 0))
);



ALTER TABLE public.placements_retentionruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_retentionruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_targetgroup (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    is_in_use boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL
);



ALTER TABLE public.placements_targetgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_targetgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_targetgroupevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    is_in_use boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.placements_targetgroupevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_targetgroupevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_waiting (
    id bigint NOT NULL,
    since date NOT NULL,
    kinds character varying(20)[] NOT NULL,
    ended_on date,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    participant_id bigint NOT NULL,
    CONSTRAINT waiting_ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= since)))
);



ALTER TABLE public.placements_waiting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_waiting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.placements_waitingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    since date NOT NULL,
    kinds character varying(20)[] NOT NULL,
    ended_on date,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    participant_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.placements_waitingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_waitingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_clause (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    model character varying(12) NOT NULL,
    kind character varying(20) NOT NULL,
    text text NOT NULL,
    has_rectification boolean NOT NULL,
    has_penalty boolean NOT NULL,
    has_call_off_block boolean NOT NULL,
    has_termination boolean NOT NULL,
    source character varying(200) NOT NULL,
    is_draft boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    guideline_id bigint NOT NULL
);



ALTER TABLE public.procurements_clause ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_clause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_clauseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    model character varying(12) NOT NULL,
    kind character varying(20) NOT NULL,
    text text NOT NULL,
    has_rectification boolean NOT NULL,
    has_penalty boolean NOT NULL,
    has_call_off_block boolean NOT NULL,
    has_termination boolean NOT NULL,
    source character varying(200) NOT NULL,
    is_draft boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    guideline_id bigint NOT NULL
);



ALTER TABLE public.procurements_clauseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_clauseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_contract (
    id bigint NOT NULL,
    number character varying(60) NOT NULL,
    title character varying(300) NOT NULL,
    starts_on date,
    ends_on date,
    latest_end_on date,
    is_until_further_notice boolean NOT NULL,
    value numeric(14,2),
    no_requirement_reason text NOT NULL,
    no_requirement_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    no_requirement_by_id bigint,
    organisation_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    token uuid,
    source_values jsonb NOT NULL,
    ceiling_value numeric(14,2),
    documentation_done_on date,
    framework_id bigint,
    has_option_clause boolean NOT NULL,
    kind character varying(12) NOT NULL,
    result_notice_sent_on date,
    signed_on date,
    lot_id bigint,
    CONSTRAINT contract_call_off_has_framework CHECK ((((framework_id IS NOT NULL) AND ((kind)::text = 'call_off'::text)) OR ((NOT ((kind)::text = 'call_off'::text)) AND (framework_id IS NULL)))),
    CONSTRAINT contract_ceiling_at_least_value CHECK (((ceiling_value IS NULL) OR (value IS NULL) OR (ceiling_value >= value))),
    CONSTRAINT contract_ends_after_start CHECK (((starts_on IS NULL) OR (ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT contract_latest_end_after_end CHECK (((latest_end_on IS NULL) OR (ends_on IS NULL) OR (latest_end_on >= ends_on))),
    CONSTRAINT contract_no_requirement_reason_and_date CHECK ((((no_requirement_on IS NULL) AND (no_requirement_reason = ''::text)) OR ((NOT (no_requirement_reason = ''::text)) AND (no_requirement_on IS NOT NULL)))),
    CONSTRAINT contract_value_not_negative CHECK (((value IS NULL) OR (value >= (0)::numeric)))
);



ALTER TABLE public.procurements_contract ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_contract_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_contractevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number character varying(60) NOT NULL,
    title character varying(300) NOT NULL,
    starts_on date,
    ends_on date,
    latest_end_on date,
    is_until_further_notice boolean NOT NULL,
    value numeric(14,2),
    no_requirement_reason text NOT NULL,
    no_requirement_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    no_requirement_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    token uuid,
    source_values jsonb NOT NULL,
    ceiling_value numeric(14,2),
    documentation_done_on date,
    framework_id bigint,
    has_option_clause boolean NOT NULL,
    kind character varying(12) NOT NULL,
    result_notice_sent_on date,
    signed_on date,
    lot_id bigint
);



ALTER TABLE public.procurements_contractevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_contractevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_contractsupplier (
    id bigint NOT NULL,
    rank smallint,
    contract_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT procurements_contractsupplier_rank_check CHECK ((rank >= 0))
);



ALTER TABLE public.procurements_contractsupplier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_contractsupplier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_contractsupplierevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    rank smallint,
    contract_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT procurements_contractsupplierevent_rank_check CHECK ((rank >= 0))
);



ALTER TABLE public.procurements_contractsupplierevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_contractsupplierevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_cpvcode (
    code character varying(8) NOT NULL,
    label character varying(300) NOT NULL,
    CONSTRAINT cpv_code_eight_digits CHECK (((code)::text ~ '^\d{8}$'::text))
);



CREATE TABLE public.procurements_cpvcodeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    code character varying(8) NOT NULL,
    label character varying(300) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id character varying(8) NOT NULL
);



ALTER TABLE public.procurements_cpvcodeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_cpvcodeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_extensionoption (
    id bigint NOT NULL,
    months smallint NOT NULL,
    last_call_on date NOT NULL,
    outcome character varying(10) NOT NULL,
    decided_on date,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    contract_id bigint NOT NULL,
    decided_by_id bigint,
    CONSTRAINT option_decision_has_day CHECK ((((decided_on IS NULL) AND ((outcome)::text = 'open'::text)) OR ((NOT ((outcome)::text = 'open'::text)) AND (decided_on IS NOT NULL)))),
    CONSTRAINT option_months_1_to_120 CHECK (((months >= 1) AND (months <= 120))),
    CONSTRAINT procurements_extensionoption_months_check CHECK ((months >= 0))
);



ALTER TABLE public.procurements_extensionoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_extensionoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_extensionoptionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    months smallint NOT NULL,
    last_call_on date NOT NULL,
    outcome character varying(10) NOT NULL,
    decided_on date,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    contract_id bigint NOT NULL,
    decided_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT procurements_extensionoptionevent_months_check CHECK ((months >= 0))
);



ALTER TABLE public.procurements_extensionoptionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_extensionoptionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_guidelineversion (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    decided_by character varying(120) NOT NULL,
    decided_on date,
    reference character varying(120) NOT NULL,
    valid_from date,
    document_url character varying(500) NOT NULL,
    weights jsonb NOT NULL,
    limits jsonb NOT NULL,
    decided_goal_on date,
    in_place_goal_on date,
    in_place_on date,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    organisation_id bigint NOT NULL,
    follow_goal smallint NOT NULL,
    in_place_basis jsonb NOT NULL,
    in_place_motive text NOT NULL,
    proposed_on date,
    published_on date,
    published_url character varying(500) NOT NULL,
    seminars_held_on date,
    seminars_reference character varying(200) NOT NULL,
    CONSTRAINT guideline_decision_is_whole CHECK (((decided_on IS NULL) OR ((NOT ((decided_by)::text = ''::text)) AND (valid_from IS NOT NULL)))),
    CONSTRAINT guideline_follow_goal_1_to_100 CHECK (((follow_goal >= 1) AND (follow_goal <= 100))),
    CONSTRAINT guideline_in_place_is_decided CHECK (((in_place_on IS NULL) OR (decided_on IS NOT NULL))),
    CONSTRAINT guideline_proposed_before_decided CHECK (((proposed_on IS NULL) OR (decided_on IS NULL) OR (proposed_on <= decided_on))),
    CONSTRAINT guideline_published_has_day_and_address CHECK ((((published_on IS NULL) AND ((published_url)::text = ''::text)) OR ((published_on IS NOT NULL) AND (NOT ((published_url)::text = ''::text))))),
    CONSTRAINT guideline_seminars_have_reference CHECK ((((seminars_held_on IS NULL) AND ((seminars_reference)::text = ''::text)) OR ((seminars_held_on IS NOT NULL) AND (NOT ((seminars_reference)::text = ''::text))))),
    CONSTRAINT procurements_guidelineversion_follow_goal_check CHECK ((follow_goal >= 0))
);



ALTER TABLE public.procurements_guidelineversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_guidelineversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_guidelineversionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    decided_by character varying(120) NOT NULL,
    decided_on date,
    reference character varying(120) NOT NULL,
    valid_from date,
    document_url character varying(500) NOT NULL,
    weights jsonb NOT NULL,
    limits jsonb NOT NULL,
    decided_goal_on date,
    in_place_goal_on date,
    in_place_on date,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    follow_goal smallint NOT NULL,
    in_place_basis jsonb NOT NULL,
    in_place_motive text NOT NULL,
    proposed_on date,
    published_on date,
    published_url character varying(500) NOT NULL,
    seminars_held_on date,
    seminars_reference character varying(200) NOT NULL,
    CONSTRAINT procurements_guidelineversionevent_follow_goal_check CHECK ((follow_goal >= 0))
);



ALTER TABLE public.procurements_guidelineversionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_guidelineversionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_lot (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    title character varying(300) NOT NULL,
    value numeric(14,2),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    procurement_id bigint NOT NULL,
    CONSTRAINT lot_value_not_negative CHECK (((value IS NULL) OR (value >= (0)::numeric)))
);



ALTER TABLE public.procurements_lot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_lot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_lotevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    title character varying(300) NOT NULL,
    value numeric(14,2),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL
);



ALTER TABLE public.procurements_lotevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_lotevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_priorityanswers (
    id bigint NOT NULL,
    labour_share smallint,
    months smallint,
    persons smallint,
    entry_level smallint,
    labour_need smallint,
    candidates smallint,
    is_small_company_market boolean NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    procurement_id bigint NOT NULL,
    CONSTRAINT priority_levels_0_to_3 CHECK ((((entry_level IS NULL) OR (entry_level <= 3)) AND ((labour_need IS NULL) OR (labour_need <= 3)) AND ((candidates IS NULL) OR (candidates <= 3)))),
    CONSTRAINT priority_share_at_most_100 CHECK (((labour_share IS NULL) OR (labour_share <= 100))),
    CONSTRAINT procurements_priorityanswers_candidates_check CHECK ((candidates >= 0)),
    CONSTRAINT procurements_priorityanswers_entry_level_check CHECK ((entry_level >= 0)),
    CONSTRAINT procurements_priorityanswers_labour_need_check CHECK ((labour_need >= 0)),
    CONSTRAINT procurements_priorityanswers_labour_share_check CHECK ((labour_share >= 0)),
    CONSTRAINT procurements_priorityanswers_months_check CHECK ((months >= 0)),
    CONSTRAINT procurements_priorityanswers_persons_check CHECK ((persons >= 0))
);



ALTER TABLE public.procurements_priorityanswers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_priorityanswers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_priorityanswersevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    labour_share smallint,
    months smallint,
    persons smallint,
    entry_level smallint,
    labour_need smallint,
    candidates smallint,
    is_small_company_market boolean CONSTRAINT procurements_priorityanswersev_is_small_company_market_not_null NOT NULL,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    CONSTRAINT procurements_priorityanswersevent_candidates_check CHECK ((candidates >= 0)),
    CONSTRAINT procurements_priorityanswersevent_entry_level_check CHECK ((entry_level >= 0)),
    CONSTRAINT procurements_priorityanswersevent_labour_need_check CHECK ((labour_need >= 0)),
    CONSTRAINT procurements_priorityanswersevent_labour_share_check CHECK ((labour_share >= 0)),
    CONSTRAINT procurements_priorityanswersevent_months_check CHECK ((months >= 0)),
    CONSTRAINT procurements_priorityanswersevent_persons_check CHECK ((persons >= 0))
);



ALTER TABLE public.procurements_priorityanswersevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_priorityanswersevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_procurement (
    id bigint NOT NULL,
    case_number character varying(60) NOT NULL,
    source_id character varying(60) NOT NULL,
    title character varying(300) NOT NULL,
    estimated_value numeric(14,2),
    phase character varying(20) CONSTRAINT procurements_procurement_status_not_null NOT NULL,
    social_flag character varying(10) NOT NULL,
    published_on date,
    note text NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    sort_key text GENERATED ALWAYS AS (public.sv_sort_key((title)::text)) STORED COLLATE pg_catalog."C",
    search text GENERATED ALWAYS AS (public.sv_fold(((COALESCE(title, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || COALESCE(((COALESCE(case_number, ''::character varying))::text || COALESCE(' '::text, ''::text)), ''::text)), ''::text)))) STORED,
    cpv_id character varying(8),
    department_id bigint,
    organisation_id bigint NOT NULL,
    responsible_id bigint,
    token uuid,
    contracted_value numeric(14,2),
    accepts_e_tenders boolean NOT NULL,
    award_decided_on date,
    award_notice_sent_on date,
    cancelled_on date,
    closed_on date,
    court_decided_on date,
    decision_to_publish_on date,
    documents_are_online boolean NOT NULL,
    framework_reasons text NOT NULL,
    has_prior_notice boolean NOT NULL,
    is_accelerated boolean NOT NULL,
    is_framework boolean NOT NULL,
    is_standstill_lifted boolean NOT NULL,
    kind character varying(20) NOT NULL,
    necessity_assessed_on date,
    necessity_note text NOT NULL,
    need_registered_on date,
    notice_id character varying(60) NOT NULL,
    notice_mode character varying(12) NOT NULL,
    opened_on date,
    phase_before character varying(20) NOT NULL,
    planned_publication_on date,
    planned_signing_on date,
    procedure character varying(30) NOT NULL,
    questions_close_on date,
    reason text NOT NULL,
    review_applied_on date,
    sent_for_publication_on date,
    standstill_days_stated smallint,
    tender_deadline_at timestamp with time zone,
    guideline_id bigint,
    CONSTRAINT procurement_awarded_after_opening CHECK (((opened_on IS NULL) OR (award_decided_on IS NULL) OR (award_decided_on >= opened_on))),
    CONSTRAINT procurement_cancelled_has_reason CHECK (((cancelled_on IS NULL) OR (NOT (reason = ''::text)))),
    CONSTRAINT procurement_court_after_review CHECK (((court_decided_on IS NULL) OR ((review_applied_on IS NOT NULL) AND (court_decided_on >= review_applied_on)))),
    CONSTRAINT procurement_notice_after_award CHECK (((award_notice_sent_on IS NULL) OR (award_decided_on IS NULL) OR (award_notice_sent_on >= award_decided_on))),
    CONSTRAINT procurement_signing_planned_after_publication CHECK (((planned_signing_on IS NULL) OR (planned_publication_on IS NULL) OR (planned_signing_on >= planned_publication_on))),
    CONSTRAINT procurement_value_not_negative CHECK (((estimated_value IS NULL) OR (estimated_value >= (0)::numeric))),
    CONSTRAINT procurements_procurement_standstill_days_stated_check CHECK ((standstill_days_stated >= 0))
);



ALTER TABLE public.procurements_procurement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_procurement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_procurementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    case_number character varying(60) NOT NULL,
    source_id character varying(60) NOT NULL,
    title character varying(300) NOT NULL,
    estimated_value numeric(14,2),
    phase character varying(20) CONSTRAINT procurements_procurementevent_status_not_null NOT NULL,
    social_flag character varying(10) NOT NULL,
    published_on date,
    note text NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    cpv_id character varying(8),
    department_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    responsible_id bigint,
    token uuid,
    contracted_value numeric(14,2),
    accepts_e_tenders boolean NOT NULL,
    award_decided_on date,
    award_notice_sent_on date,
    cancelled_on date,
    closed_on date,
    court_decided_on date,
    decision_to_publish_on date,
    documents_are_online boolean NOT NULL,
    framework_reasons text NOT NULL,
    has_prior_notice boolean NOT NULL,
    is_accelerated boolean NOT NULL,
    is_framework boolean NOT NULL,
    is_standstill_lifted boolean NOT NULL,
    kind character varying(20) NOT NULL,
    necessity_assessed_on date,
    necessity_note text NOT NULL,
    need_registered_on date,
    notice_id character varying(60) NOT NULL,
    notice_mode character varying(12) NOT NULL,
    opened_on date,
    phase_before character varying(20) NOT NULL,
    planned_publication_on date,
    planned_signing_on date,
    procedure character varying(30) NOT NULL,
    questions_close_on date,
    reason text NOT NULL,
    review_applied_on date,
    sent_for_publication_on date,
    standstill_days_stated smallint,
    tender_deadline_at timestamp with time zone,
    guideline_id bigint,
    CONSTRAINT procurements_procurementevent_standstill_days_stated_check CHECK ((standstill_days_stated >= 0))
);



ALTER TABLE public.procurements_procurementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_procurementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_procurementparty (
    id bigint NOT NULL,
    case_number character varying(60) NOT NULL,
    share_percent smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    department_id bigint,
    organisation_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    CONSTRAINT party_share_at_most_100 CHECK ((share_percent <= 100)),
    CONSTRAINT procurements_procurementparty_share_percent_check CHECK ((share_percent >= 0))
);



ALTER TABLE public.procurements_procurementparty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_procurementparty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_procurementpartyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    case_number character varying(60) NOT NULL,
    share_percent smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    department_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL,
    CONSTRAINT procurements_procurementpartyevent_share_percent_check CHECK ((share_percent >= 0))
);



ALTER TABLE public.procurements_procurementpartyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_procurementpartyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_requirement (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    model character varying(12) NOT NULL,
    count integer,
    due_on date,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    contract_id bigint,
    created_by_id bigint,
    token uuid,
    allows_termination boolean NOT NULL,
    blocks_call_offs boolean NOT NULL,
    bonus_ceiling numeric(12,2),
    bonus_rate numeric(12,2),
    clause_text text NOT NULL,
    ends_on date,
    first_start_within_months smallint,
    follow_up_by character varying(16) NOT NULL,
    geographic_restriction character varying(300) NOT NULL,
    late_motive text NOT NULL,
    penalty_amount numeric(12,2),
    penalty_cap numeric(12,2),
    penalty_unit character varying(8) NOT NULL,
    procurement_id bigint NOT NULL,
    quantity_basis character varying(20) NOT NULL,
    rate numeric(9,3),
    rectification_days smallint,
    report_on date[] NOT NULL,
    reserved_share smallint,
    source_id bigint,
    starts_on date,
    unit character varying(12) NOT NULL,
    clause_id bigint,
    counts_attempts boolean NOT NULL,
    CONSTRAINT procurements_requirement_count_check CHECK ((count >= 0)),
    CONSTRAINT procurements_requirement_first_start_within_months_check CHECK ((first_start_within_months >= 0)),
    CONSTRAINT procurements_requirement_rectification_days_check CHECK ((rectification_days >= 0)),
    CONSTRAINT procurements_requirement_reserved_share_check CHECK ((reserved_share >= 0)),
    CONSTRAINT requirement_bonus_is_whole CHECK ((((bonus_ceiling IS NULL) AND (bonus_rate IS NULL)) OR ((bonus_rate > (0)::numeric) AND (bonus_rate IS NOT NULL) AND ((bonus_ceiling IS NULL) OR (bonus_ceiling >= bonus_rate))))),
    CONSTRAINT requirement_ends_after_start CHECK (((starts_on IS NULL) OR (ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT requirement_has_kind CHECK ((((model)::text = ANY ((ARRAY['reserved'::character varying, 'labour_law'::character varying, 'willingness'::character varying])::text[])) OR (NOT ((kind)::text = ''::text)))),
    CONSTRAINT requirement_numeric_has_count CHECK (((NOT ((model)::text = ANY ((ARRAY['numeric'::character varying, 'combined'::character varying, 'mentor'::character varying, 'activity'::character varying, 'summer_job'::character varying])::text[]))) OR ((count >= 1) AND (count IS NOT NULL)))),
    CONSTRAINT requirement_penalty_is_whole CHECK ((((penalty_amount IS NULL) AND (penalty_cap IS NULL) AND ((penalty_unit)::text = ''::text)) OR ((penalty_amount > (0)::numeric) AND (penalty_amount IS NOT NULL) AND (NOT ((penalty_unit)::text = ''::text)) AND ((penalty_cap IS NULL) OR (penalty_cap > (0)::numeric))))),
    CONSTRAINT requirement_reserved_share_30_to_100 CHECK (((reserved_share IS NULL) OR ((reserved_share >= 30) AND (reserved_share <= 100))))
);



ALTER TABLE public.procurements_requirement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_requirement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_requirementdecision (
    id bigint NOT NULL,
    recommended character varying(12) NOT NULL,
    score numeric(4,1),
    decided character varying(12) NOT NULL,
    motive text NOT NULL,
    decided_on date NOT NULL,
    inputs jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    decided_by_id bigint,
    guideline_id bigint,
    procurement_id bigint NOT NULL,
    CONSTRAINT decision_deviating_or_none_has_motive CHECK (((NOT (motive = ''::text)) OR (((decided)::text = (recommended)::text) AND (NOT ((decided)::text = 'none'::text)))))
);



ALTER TABLE public.procurements_requirementdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_requirementdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_requirementdecisionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    recommended character varying(12) NOT NULL,
    score numeric(4,1),
    decided character varying(12) NOT NULL,
    motive text NOT NULL,
    decided_on date NOT NULL,
    inputs jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid,
    decided_by_id bigint,
    guideline_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    procurement_id bigint NOT NULL
);



ALTER TABLE public.procurements_requirementdecisionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_requirementdecisionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_requirementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    model character varying(12) NOT NULL,
    count integer,
    due_on date,
    note text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    contract_id bigint,
    created_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    token uuid,
    allows_termination boolean NOT NULL,
    blocks_call_offs boolean NOT NULL,
    bonus_ceiling numeric(12,2),
    bonus_rate numeric(12,2),
    clause_text text NOT NULL,
    ends_on date,
    first_start_within_months smallint,
    follow_up_by character varying(16) NOT NULL,
    geographic_restriction character varying(300) NOT NULL,
    late_motive text NOT NULL,
    penalty_amount numeric(12,2),
    penalty_cap numeric(12,2),
    penalty_unit character varying(8) NOT NULL,
    procurement_id bigint NOT NULL,
    quantity_basis character varying(20) NOT NULL,
    rate numeric(9,3),
    rectification_days smallint,
    report_on date[] NOT NULL,
    reserved_share smallint,
    source_id bigint,
    starts_on date,
    unit character varying(12) NOT NULL,
    clause_id bigint,
    counts_attempts boolean NOT NULL,
    CONSTRAINT procurements_requirementevent_count_check CHECK ((count >= 0)),
    CONSTRAINT procurements_requirementevent_first_start_within_months_check CHECK ((first_start_within_months >= 0)),
    CONSTRAINT procurements_requirementevent_rectification_days_check CHECK ((rectification_days >= 0)),
    CONSTRAINT procurements_requirementevent_reserved_share_check CHECK ((reserved_share >= 0))
);



ALTER TABLE public.procurements_requirementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_requirementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_threshold (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    goods_services numeric(14,2),
    works numeric(14,2),
    special_services numeric(14,2),
    direct_purchase numeric(14,2),
    direct_purchase_special numeric(14,2),
    source character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    created_by_id bigint,
    CONSTRAINT threshold_amounts_positive CHECK ((NOT (((goods_services <= (0)::numeric) AND (goods_services IS NOT NULL)) OR ((works <= (0)::numeric) AND (works IS NOT NULL)) OR ((special_services <= (0)::numeric) AND (special_services IS NOT NULL)) OR ((direct_purchase <= (0)::numeric) AND (direct_purchase IS NOT NULL)) OR ((direct_purchase_special <= (0)::numeric) AND (direct_purchase_special IS NOT NULL))))),
    CONSTRAINT threshold_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);



ALTER TABLE public.procurements_threshold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_threshold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.procurements_thresholdevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    goods_services numeric(14,2),
    works numeric(14,2),
    special_services numeric(14,2),
    direct_purchase numeric(14,2),
    direct_purchase_special numeric(14,2),
    source character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid,
    created_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.procurements_thresholdevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.procurements_thresholdevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_bouncingaddress (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    code smallint,
    answer character varying(300) NOT NULL,
    since timestamp with time zone NOT NULL,
    cleared_at timestamp with time zone,
    cleared_by_id bigint,
    CONSTRAINT reminders_bouncingaddress_code_check CHECK ((code >= 0))
);



ALTER TABLE public.reminders_bouncingaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_bouncingaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_bouncingaddressevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    code smallint,
    answer character varying(300) NOT NULL,
    since timestamp with time zone NOT NULL,
    cleared_at timestamp with time zone,
    cleared_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT reminders_bouncingaddressevent_code_check CHECK ((code >= 0))
);



ALTER TABLE public.reminders_bouncingaddressevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_bouncingaddressevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_calendarfeed (
    id bigint NOT NULL,
    nonce uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    renewed_at timestamp with time zone,
    department_id bigint,
    organisation_id bigint NOT NULL,
    user_id bigint,
    CONSTRAINT calendar_feed_of_person_or_department CHECK ((((user_id IS NULL) OR (department_id IS NULL)) AND (1 = (
CASE
    WHEN (user_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (department_id IS NULL) THEN 1
    ELSE 0
END))))
);



ALTER TABLE public.reminders_calendarfeed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_calendarfeed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_calendarfeedevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    renewed_at timestamp with time zone,
    department_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint
);



ALTER TABLE public.reminders_calendarfeedevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_calendarfeedevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_deadlinenote (
    id bigint NOT NULL,
    deadline_key character varying(120) NOT NULL,
    due_on date NOT NULL,
    answer character varying(20) NOT NULL,
    new_due_on date,
    reason character varying(300) NOT NULL,
    title character varying(300) NOT NULL,
    context character varying(300) NOT NULL,
    url character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    token uuid NOT NULL,
    created_by_id bigint NOT NULL,
    department_id bigint,
    organisation_id bigint NOT NULL,
    undone_by_id bigint,
    CONSTRAINT deadline_note_done_has_no_day CHECK (((NOT ((answer)::text = 'done'::text)) OR (new_due_on IS NULL))),
    CONSTRAINT deadline_note_new_day_has_day_and_reason CHECK (((NOT ((answer)::text = 'new_day'::text)) OR ((new_due_on IS NOT NULL) AND (NOT ((reason)::text = ''::text)))))
);



ALTER TABLE public.reminders_deadlinenote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_deadlinenote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_deadlinenoteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    deadline_key character varying(120) NOT NULL,
    due_on date NOT NULL,
    answer character varying(20) NOT NULL,
    new_due_on date,
    reason character varying(300) NOT NULL,
    title character varying(300) NOT NULL,
    context character varying(300) NOT NULL,
    url character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    token uuid NOT NULL,
    created_by_id bigint NOT NULL,
    department_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    undone_by_id bigint
);



ALTER TABLE public.reminders_deadlinenoteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_deadlinenoteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_deliveryevent (
    id bigint NOT NULL,
    fence integer NOT NULL,
    step character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    code smallint,
    answer character varying(300) NOT NULL,
    by_id bigint,
    mail_id bigint NOT NULL,
    CONSTRAINT reminders_deliveryevent_code_check CHECK ((code >= 0)),
    CONSTRAINT reminders_deliveryevent_fence_check CHECK ((fence >= 0))
);



ALTER TABLE public.reminders_deliveryevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_deliveryevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_deliveryeventevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.reminders_deliveryeventevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_deliveryeventevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_noticechoice (
    id bigint NOT NULL,
    frequency character varying(20) NOT NULL,
    muted_kinds character varying(30)[] NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    user_id bigint NOT NULL
);



ALTER TABLE public.reminders_noticechoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_noticechoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_noticechoiceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    frequency character varying(20) NOT NULL,
    muted_kinds character varying(30)[] NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);



ALTER TABLE public.reminders_noticechoiceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_noticechoiceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_outboxmail (
    id bigint NOT NULL,
    message_id character varying(200) NOT NULL,
    slot character varying(120),
    kind character varying(20) NOT NULL,
    to_address character varying(254) NOT NULL,
    subject character varying(300) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    headers jsonb NOT NULL,
    attachments jsonb NOT NULL,
    due_at timestamp with time zone NOT NULL,
    not_after timestamp with time zone,
    state character varying(20) NOT NULL,
    attempts integer NOT NULL,
    fence integer NOT NULL,
    lease_until timestamp with time zone,
    uncertain_at timestamp with time zone,
    sent_at timestamp with time zone,
    last_answer character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint,
    organisation_id bigint,
    recipient_id bigint,
    CONSTRAINT outbox_mail_held_has_lease CHECK (((((state)::text = ANY ((ARRAY['claimed'::character varying, 'sending'::character varying])::text[])) OR (lease_until IS NULL)) AND (1 = (
CASE
    WHEN ((state)::text = ANY ((ARRAY['claimed'::character varying, 'sending'::character varying])::text[])) THEN 1
    ELSE 0
END +
CASE
    WHEN (lease_until IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT outbox_mail_resent_was_uncertain CHECK (((NOT ((state)::text = ANY ((ARRAY['uncertain'::character varying, 'resent'::character varying])::text[]))) OR (uncertain_at IS NOT NULL))),
    CONSTRAINT outbox_mail_sent_has_time CHECK (((((state)::text = ANY ((ARRAY['sent'::character varying, 'resent'::character varying])::text[])) OR (sent_at IS NULL)) AND (1 = (
CASE
    WHEN ((state)::text = ANY ((ARRAY['sent'::character varying, 'resent'::character varying])::text[])) THEN 1
    ELSE 0
END +
CASE
    WHEN (sent_at IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT reminders_outboxmail_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT reminders_outboxmail_fence_check CHECK ((fence >= 0))
);



ALTER TABLE public.reminders_outboxmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_outboxmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_outboxmailevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    message_id character varying(200) NOT NULL,
    slot character varying(120),
    kind character varying(20) NOT NULL,
    to_address character varying(254) NOT NULL,
    subject character varying(300) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    not_after timestamp with time zone,
    last_answer character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint,
    organisation_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recipient_id bigint
);



ALTER TABLE public.reminders_outboxmailevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_outboxmailevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_pulse (
    id bigint NOT NULL,
    planned_at timestamp with time zone,
    gathered_at timestamp with time zone,
    sent_at timestamp with time zone,
    failures smallint NOT NULL,
    paused_until timestamp with time zone,
    reason character varying(300) NOT NULL,
    alarmed_at timestamp with time zone,
    CONSTRAINT pulse_is_one_row CHECK ((id = 1)),
    CONSTRAINT reminders_pulse_failures_check CHECK ((failures >= 0))
);



ALTER TABLE public.reminders_pulse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_pulse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_pulseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.reminders_pulseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_pulseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_reminder (
    id bigint NOT NULL,
    deadline_key character varying(120) NOT NULL,
    kind character varying(30) NOT NULL,
    due_on date NOT NULL,
    step character varying(20) NOT NULL,
    send_on date NOT NULL,
    audience character varying(20) NOT NULL,
    title character varying(300) NOT NULL,
    context character varying(300) NOT NULL,
    context_url character varying(200) NOT NULL,
    url character varying(200) NOT NULL,
    permission character varying(60) NOT NULL,
    state character varying(20) NOT NULL,
    why_suppressed character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    department_id bigint,
    mail_id bigint,
    organisation_id bigint NOT NULL,
    recipient_id bigint NOT NULL,
    CONSTRAINT reminder_mailed_has_mail CHECK (((((state)::text = 'mailed'::text) OR (mail_id IS NULL)) AND (1 = (
CASE
    WHEN ((state)::text = 'mailed'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (mail_id IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT reminder_suppressed_says_why CHECK (((((state)::text = 'suppressed'::text) OR ((why_suppressed)::text = ''::text)) AND (1 = (
CASE
    WHEN ((state)::text = 'suppressed'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((why_suppressed)::text = ''::text) THEN 1
    ELSE 0
END))))
);



ALTER TABLE public.reminders_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_reminderevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    deadline_key character varying(120) NOT NULL,
    kind character varying(30) NOT NULL,
    due_on date NOT NULL,
    step character varying(20) NOT NULL,
    send_on date NOT NULL,
    audience character varying(20) NOT NULL,
    title character varying(300) NOT NULL,
    context character varying(300) NOT NULL,
    context_url character varying(200) NOT NULL,
    url character varying(200) NOT NULL,
    permission character varying(60) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    department_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recipient_id bigint NOT NULL
);



ALTER TABLE public.reminders_reminderevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_reminderevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_reminderrule (
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    before smallint[] NOT NULL,
    after smallint[] NOT NULL,
    repeat_every smallint NOT NULL,
    in_working_days boolean NOT NULL,
    head_after smallint,
    coordinator_after smallint,
    at_once boolean NOT NULL,
    is_required boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT reminder_rule_days_at_most_a_year CHECK (((repeat_every <= 365) AND ((head_after IS NULL) OR (head_after <= 365)) AND ((coordinator_after IS NULL) OR (coordinator_after <= 365)))),
    CONSTRAINT reminders_reminderrule_coordinator_after_check CHECK ((coordinator_after >= 0)),
    CONSTRAINT reminders_reminderrule_head_after_check CHECK ((head_after >= 0)),
    CONSTRAINT reminders_reminderrule_repeat_every_check CHECK ((repeat_every >= 0))
);



ALTER TABLE public.reminders_reminderrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_reminderrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_reminderruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    before smallint[] NOT NULL,
    after smallint[] NOT NULL,
    repeat_every smallint NOT NULL,
    in_working_days boolean NOT NULL,
    head_after smallint,
    coordinator_after smallint,
    at_once boolean NOT NULL,
    is_required boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT reminders_reminderruleevent_coordinator_after_check CHECK ((coordinator_after >= 0)),
    CONSTRAINT reminders_reminderruleevent_head_after_check CHECK ((head_after >= 0)),
    CONSTRAINT reminders_reminderruleevent_repeat_every_check CHECK ((repeat_every >= 0))
);



ALTER TABLE public.reminders_reminderruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_reminderruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_remindersettings (
    id bigint NOT NULL,
    send_at time without time zone NOT NULL,
    quiet_days date[] NOT NULL,
    active_from date NOT NULL,
    sends_heads boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT reminder_settings_send_at_in_the_day CHECK (((send_at >= '05:00:00'::time without time zone) AND (send_at <= '17:00:00'::time without time zone)))
);



ALTER TABLE public.reminders_remindersettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_remindersettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.reminders_remindersettingsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    send_at time without time zone NOT NULL,
    quiet_days date[] NOT NULL,
    active_from date NOT NULL,
    sends_heads boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.reminders_remindersettingsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_remindersettingsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.suppliers_supplier (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    org_number character varying(10),
    is_sole_trader boolean NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sort_key text GENERATED ALWAYS AS (public.sv_sort_key((name)::text)) STORED COLLATE pg_catalog."C",
    search text GENERATED ALWAYS AS (public.sv_fold((name)::text)) STORED,
    token uuid,
    CONSTRAINT supplier_org_number_of_company CHECK (((org_number IS NULL) OR ((org_number)::text ~ '^\d\d[2-9]\d{7}$'::text))),
    CONSTRAINT supplier_sole_trader_has_no_number CHECK (((NOT is_sole_trader) OR (org_number IS NULL)))
);



ALTER TABLE public.suppliers_supplier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.suppliers_supplier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.suppliers_supplieralias (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    search text GENERATED ALWAYS AS (public.sv_fold((name)::text)) STORED,
    supplier_id bigint NOT NULL
);



ALTER TABLE public.suppliers_supplieralias ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.suppliers_supplieralias_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.suppliers_supplieraliasevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    supplier_id bigint NOT NULL
);



ALTER TABLE public.suppliers_supplieraliasevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.suppliers_supplieraliasevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.suppliers_suppliercontact (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    role character varying(80) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(30) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    token uuid
);



ALTER TABLE public.suppliers_suppliercontact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.suppliers_suppliercontact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.suppliers_suppliercontactevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    role character varying(80) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(30) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    token uuid
);



ALTER TABLE public.suppliers_suppliercontactevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.suppliers_suppliercontactevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.suppliers_supplierevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    org_number character varying(10),
    is_sole_trader boolean NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    token uuid
);



ALTER TABLE public.suppliers_supplierevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.suppliers_supplierevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_chartcomment (
    id bigint NOT NULL,
    year smallint NOT NULL,
    chart character varying(30) NOT NULL,
    text character varying(600) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    token uuid NOT NULL,
    created_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    undone_by_id bigint,
    CONSTRAINT targets_chartcomment_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_chartcomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_chartcomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_chartcommentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    year smallint NOT NULL,
    chart character varying(30) NOT NULL,
    text character varying(600) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    token uuid NOT NULL,
    created_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    undone_by_id bigint,
    CONSTRAINT targets_chartcommentevent_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_chartcommentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_chartcommentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_lettermail (
    id bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    contact_id bigint,
    organisation_id bigint NOT NULL,
    person_id bigint,
    sent_by_id bigint NOT NULL,
    letter_id bigint NOT NULL
);



ALTER TABLE public.targets_lettermail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_lettermail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_lettermailevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    contact_id bigint,
    organisation_id bigint NOT NULL,
    person_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    letter_id bigint NOT NULL
);



ALTER TABLE public.targets_lettermailevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_lettermailevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_namingdecision (
    id bigint NOT NULL,
    names_suppliers boolean NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date NOT NULL,
    reference character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);



ALTER TABLE public.targets_namingdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_namingdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_namingdecisionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    names_suppliers boolean NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date NOT NULL,
    reference character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);



ALTER TABLE public.targets_namingdecisionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_namingdecisionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_publishedyear (
    id bigint NOT NULL,
    year smallint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    is_demo boolean NOT NULL,
    organisation_id bigint NOT NULL,
    published_by_id bigint,
    CONSTRAINT targets_publishedyear_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_publishedyear ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_publishedyear_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_publishedyearevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    year smallint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    is_demo boolean NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint,
    CONSTRAINT targets_publishedyearevent_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_publishedyearevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_publishedyearevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_resultletter (
    id bigint NOT NULL,
    contents jsonb NOT NULL,
    words text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    batch uuid NOT NULL,
    is_demo boolean NOT NULL,
    department_id bigint,
    made_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    snapshot_id bigint NOT NULL,
    supplier_id bigint,
    CONSTRAINT result_letter_to_one CHECK ((((supplier_id IS NULL) OR (department_id IS NULL)) AND (1 = (
CASE
    WHEN (supplier_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (department_id IS NULL) THEN 1
    ELSE 0
END))))
);



ALTER TABLE public.targets_resultletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_resultletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_resultletterevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    contents jsonb NOT NULL,
    words text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    batch uuid NOT NULL,
    is_demo boolean NOT NULL,
    department_id bigint,
    made_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    snapshot_id bigint NOT NULL,
    supplier_id bigint
);



ALTER TABLE public.targets_resultletterevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_resultletterevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_sharelink (
    id bigint NOT NULL,
    year smallint NOT NULL,
    nonce uuid NOT NULL,
    expires_on date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    created_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    revoked_by_id bigint,
    snapshot_id bigint,
    CONSTRAINT targets_sharelink_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_sharelink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_sharelink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_sharelinkevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    year smallint NOT NULL,
    expires_on date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    created_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    revoked_by_id bigint,
    snapshot_id bigint,
    CONSTRAINT targets_sharelinkevent_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_sharelinkevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_sharelinkevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_snapshot (
    id bigint NOT NULL,
    year smallint NOT NULL,
    period character varying(10) NOT NULL,
    as_of date NOT NULL,
    figures jsonb NOT NULL,
    definitions_version smallint NOT NULL,
    note character varying(500) NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    frozen_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT targets_snapshot_definitions_version_check CHECK ((definitions_version >= 0)),
    CONSTRAINT targets_snapshot_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_snapshot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_snapshot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_snapshotevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    year smallint NOT NULL,
    period character varying(10) NOT NULL,
    as_of date NOT NULL,
    figures jsonb NOT NULL,
    definitions_version smallint NOT NULL,
    note character varying(500) NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    frozen_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT targets_snapshotevent_definitions_version_check CHECK ((definitions_version >= 0)),
    CONSTRAINT targets_snapshotevent_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_snapshotevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_snapshotevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_target (
    id bigint NOT NULL,
    year smallint NOT NULL,
    version smallint NOT NULL,
    value integer NOT NULL,
    counted_kinds character varying(20)[] NOT NULL,
    counting_rule character varying(30) NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date NOT NULL,
    reference character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    department_id bigint,
    guideline_id bigint,
    least_value numeric(14,2),
    measure character varying(30) NOT NULL,
    scope character varying(20) NOT NULL,
    CONSTRAINT target_counts_something CHECK (((NOT ((measure)::text = 'residents_in_occupation'::text)) OR (
CASE
    WHEN (counted_kinds IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(counted_kinds, 1), 0)
END >= 1))),
    CONSTRAINT target_department_by_scope CHECK (((((scope)::text = 'department'::text) OR (department_id IS NULL)) AND (1 = (
CASE
    WHEN ((scope)::text = 'department'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (department_id IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT target_least_value_of_procurements CHECK (((least_value IS NULL) OR ((least_value >= (0)::numeric) AND ((measure)::text = 'share_with_requirement'::text)))),
    CONSTRAINT target_share_is_per_cent CHECK ((((measure)::text = 'residents_in_occupation'::text) OR (value <= 100))),
    CONSTRAINT target_value_positive CHECK ((value >= 1)),
    CONSTRAINT target_year_plausible CHECK (((year >= 2000) AND (year <= 2100))),
    CONSTRAINT targets_target_value_check CHECK ((value >= 0)),
    CONSTRAINT targets_target_version_check CHECK ((version >= 0)),
    CONSTRAINT targets_target_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_target ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_targetevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    year smallint NOT NULL,
    version smallint NOT NULL,
    value integer NOT NULL,
    counted_kinds character varying(20)[] NOT NULL,
    counting_rule character varying(30) NOT NULL,
    decided_by_body character varying(120) NOT NULL,
    decided_on date NOT NULL,
    reference character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    is_demo boolean NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    department_id bigint,
    guideline_id bigint,
    least_value numeric(14,2),
    measure character varying(30) NOT NULL,
    scope character varying(20) NOT NULL,
    CONSTRAINT targets_targetevent_value_check CHECK ((value >= 0)),
    CONSTRAINT targets_targetevent_version_check CHECK ((version >= 0)),
    CONSTRAINT targets_targetevent_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_targetevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_targetevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_yearlycost (
    id bigint NOT NULL,
    year smallint NOT NULL,
    matchers integer NOT NULL,
    coordination integer NOT NULL,
    social_gain bigint,
    source character varying(200) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    organisation_id bigint NOT NULL,
    updated_by_id bigint NOT NULL,
    CONSTRAINT targets_yearlycost_coordination_check CHECK ((coordination >= 0)),
    CONSTRAINT targets_yearlycost_matchers_check CHECK ((matchers >= 0)),
    CONSTRAINT targets_yearlycost_social_gain_check CHECK ((social_gain >= 0)),
    CONSTRAINT targets_yearlycost_year_check CHECK ((year >= 0)),
    CONSTRAINT yearly_cost_year_plausible CHECK (((year >= 2000) AND (year <= 2100)))
);



ALTER TABLE public.targets_yearlycost ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_yearlycost_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.targets_yearlycostevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    year smallint NOT NULL,
    matchers integer NOT NULL,
    coordination integer NOT NULL,
    social_gain bigint,
    source character varying(200) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    token uuid NOT NULL,
    is_demo boolean NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    updated_by_id bigint NOT NULL,
    CONSTRAINT targets_yearlycostevent_coordination_check CHECK ((coordination >= 0)),
    CONSTRAINT targets_yearlycostevent_matchers_check CHECK ((matchers >= 0)),
    CONSTRAINT targets_yearlycostevent_social_gain_check CHECK ((social_gain >= 0)),
    CONSTRAINT targets_yearlycostevent_year_check CHECK ((year >= 0))
);



ALTER TABLE public.targets_yearlycostevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targets_yearlycostevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
































































































































































































































































































































































































































































































INSERT INTO public.procurements_cpvcode VALUES
	('03000000', 'Jordbruks-, jakt-, fiske- och skogsbruksprodukter samt tillhörande produkter'),
	('09000000', 'Petroleumprodukter, bränsle, elektricitet och andra energikällor'),
	('14000000', 'Gruvprodukter, basmetaller och tillhörande produkter'),
	('15000000', 'Livsmedel, drycker, tobak o.d.'),
	('16000000', 'Jordbruksmaskiner'),
	('18000000', 'Kläder, skor, väskor och tillbehör'),
	('19000000', 'Skinn och textilier, plast- och gummimaterial'),
	('22000000', 'Trycksaker och tillhörande produkter'),
	('24000000', 'Kemiska produkter'),
	('30000000', 'Kontorsmaskiner, datorer samt kontors- och datorutrustning, utom möbler och programvara'),
	('31000000', 'Elektriska maskiner, apparater och förbrukningsvaror samt elektrisk utrustning; belysning'),
	('32000000', 'Radio-, televisions-, kommunikations- och telekommunikationsutrustning samt tillhörande utrustning'),
	('33000000', 'Medicinsk utrustning, läkemedel och hygienartiklar'),
	('34000000', 'Transportutrustning och transporthjälpmedel'),
	('35000000', 'Säkerhets-, brandbekämpnings-, polis- och försvarsutrustning'),
	('37000000', 'Musikinstrument, sportartiklar, spel, leksaker, hantverk, konsthantverksmateriel och tillbehör'),
	('38000000', 'Laboratorieutrustning, optisk utrustning och precisionsutrustning (exkl. glas)'),
	('39000000', 'Möbler (inkl. kontorsmöbler), inredning, hushållsapparater (exkl. belysning) och rengöringsprodukter'),
	('41000000', 'Uppsamlat och renat vatten'),
	('42000000', 'Industrimaskiner'),
	('43000000', 'Maskiner för brytning och byggnadsarbeten'),
	('44000000', 'Konstruktioner och konstruktionsmaterial; konstruktionshjälpmedel (utom elutrustning)'),
	('45000000', 'Anläggningsarbete'),
	('48000000', 'Programvara och informationssystem'),
	('50000000', 'Reparation och underhåll'),
	('51000000', 'Installation (utom programvara)'),
	('55000000', 'Hotell-, restaurang- och detaljhandelstjänster'),
	('60000000', 'Transporter (utom avfallstransport)'),
	('63000000', 'Kringtjänster för transporter; resebyråtjänster'),
	('64000000', 'Post- och telekommunikationstjänster'),
	('65000000', 'El-, vatten- och energiverk'),
	('66000000', 'Finans- och försäkringstjänster'),
	('70000000', 'Tjänster avseende fast egendom'),
	('71000000', 'Arkitekt-, bygg-, ingenjörs- och besiktningstjänster'),
	('72000000', 'IT-tjänster: konsultverksamhet, programvaruutveckling, Internet och stöd'),
	('73000000', 'FoU-tjänster samt tillhörande konsulttjänster'),
	('75000000', 'Offentlig förvaltning, försvar och socialförsäkringstjänster'),
	('76000000', 'Tjänster för olje- och gasindustrin'),
	('77000000', 'Jordbruks-, skogsbruks-, trädgårds-, vattenbruks- och biodlingstjänster'),
	('79000000', 'Företagstjänster: lagstiftning, marknadsföring, rådgivning, rekrytering, tryckning och säkerhet'),
	('80000000', 'Undervisning och utbildning'),
	('85000000', 'Hälso- och sjukvård samt socialvård'),
	('90000000', 'Avlopps- och avfallshantering, sanering och miljötjänster'),
	('92000000', 'Fritids-, kultur- och sporttjänster'),
	('98000000', 'Andra samhälleliga och personliga tjänster');



INSERT INTO public.procurements_cpvcodeevent VALUES
	(1, '2026-11-22 21:32:57.913941+00', 'insert', '03000000', 'Jordbruks-, jakt-, fiske- och skogsbruksprodukter samt tillhörande produkter', NULL, '03000000'),
	(2, '2026-11-22 21:32:57.913941+00', 'insert', '09000000', 'Petroleumprodukter, bränsle, elektricitet och andra energikällor', NULL, '09000000'),
	(3, '2026-11-22 21:32:57.913941+00', 'insert', '14000000', 'Gruvprodukter, basmetaller och tillhörande produkter', NULL, '14000000'),
	(4, '2026-11-22 21:32:57.913941+00', 'insert', '15000000', 'Livsmedel, drycker, tobak o.d.', NULL, '15000000'),
	(5, '2026-11-22 21:32:57.913941+00', 'insert', '16000000', 'Jordbruksmaskiner', NULL, '16000000'),
	(6, '2026-11-22 21:32:57.913941+00', 'insert', '18000000', 'Kläder, skor, väskor och tillbehör', NULL, '18000000'),
	(7, '2026-11-22 21:32:57.913941+00', 'insert', '19000000', 'Skinn och textilier, plast- och gummimaterial', NULL, '19000000'),
	(8, '2026-11-22 21:32:57.913941+00', 'insert', '22000000', 'Trycksaker och tillhörande produkter', NULL, '22000000'),
	(9, '2026-11-22 21:32:57.913941+00', 'insert', '24000000', 'Kemiska produkter', NULL, '24000000'),
	(10, '2026-11-22 21:32:57.913941+00', 'insert', '30000000', 'Kontorsmaskiner, datorer samt kontors- och datorutrustning, utom möbler och programvara', NULL, '30000000'),
	(11, '2026-11-22 21:32:57.913941+00', 'insert', '31000000', 'Elektriska maskiner, apparater och förbrukningsvaror samt elektrisk utrustning; belysning', NULL, '31000000'),
	(12, '2026-11-22 21:32:57.913941+00', 'insert', '32000000', 'Radio-, televisions-, kommunikations- och telekommunikationsutrustning samt tillhörande utrustning', NULL, '32000000'),
	(13, '2026-11-22 21:32:57.913941+00', 'insert', '33000000', 'Medicinsk utrustning, läkemedel och hygienartiklar', NULL, '33000000'),
	(14, '2026-11-22 21:32:57.913941+00', 'insert', '34000000', 'Transportutrustning och transporthjälpmedel', NULL, '34000000'),
	(15, '2026-11-22 21:32:57.913941+00', 'insert', '35000000', 'Säkerhets-, brandbekämpnings-, polis- och försvarsutrustning', NULL, '35000000'),
	(16, '2026-11-22 21:32:57.913941+00', 'insert', '37000000', 'Musikinstrument, sportartiklar, spel, leksaker, hantverk, konsthantverksmateriel och tillbehör', NULL, '37000000'),
	(17, '2026-11-22 21:32:57.913941+00', 'insert', '38000000', 'Laboratorieutrustning, optisk utrustning och precisionsutrustning (exkl. glas)', NULL, '38000000'),
	(18, '2026-11-22 21:32:57.913941+00', 'insert', '39000000', 'Möbler (inkl. kontorsmöbler), inredning, hushållsapparater (exkl. belysning) och rengöringsprodukter', NULL, '39000000'),
	(19, '2026-11-22 21:32:57.913941+00', 'insert', '41000000', 'Uppsamlat och renat vatten', NULL, '41000000'),
	(20, '2026-11-22 21:32:57.913941+00', 'insert', '42000000', 'Industrimaskiner', NULL, '42000000'),
	(21, '2026-11-22 21:32:57.913941+00', 'insert', '43000000', 'Maskiner för brytning och byggnadsarbeten', NULL, '43000000'),
	(22, '2026-11-22 21:32:57.913941+00', 'insert', '44000000', 'Konstruktioner och konstruktionsmaterial; konstruktionshjälpmedel (utom elutrustning)', NULL, '44000000'),
	(23, '2026-11-22 21:32:57.913941+00', 'insert', '45000000', 'Anläggningsarbete', NULL, '45000000'),
	(24, '2026-11-22 21:32:57.913941+00', 'insert', '48000000', 'Programvara och informationssystem', NULL, '48000000'),
	(25, '2026-11-22 21:32:57.913941+00', 'insert', '50000000', 'Reparation och underhåll', NULL, '50000000'),
	(26, '2026-11-22 21:32:57.913941+00', 'insert', '51000000', 'Installation (utom programvara)', NULL, '51000000'),
	(27, '2026-11-22 21:32:57.913941+00', 'insert', '55000000', 'Hotell-, restaurang- och detaljhandelstjänster', NULL, '55000000'),
	(28, '2026-11-22 21:32:57.913941+00', 'insert', '60000000', 'Transporter (utom avfallstransport)', NULL, '60000000'),
	(29, '2026-11-22 21:32:57.913941+00', 'insert', '63000000', 'Kringtjänster för transporter; resebyråtjänster', NULL, '63000000'),
	(30, '2026-11-22 21:32:57.913941+00', 'insert', '64000000', 'Post- och telekommunikationstjänster', NULL, '64000000'),
	(31, '2026-11-22 21:32:57.913941+00', 'insert', '65000000', 'El-, vatten- och energiverk', NULL, '65000000'),
	(32, '2026-11-22 21:32:57.913941+00', 'insert', '66000000', 'Finans- och försäkringstjänster', NULL, '66000000'),
	(33, '2026-11-22 21:32:57.913941+00', 'insert', '70000000', 'Tjänster avseende fast egendom', NULL, '70000000'),
	(34, '2026-11-22 21:32:57.913941+00', 'insert', '71000000', 'Arkitekt-, bygg-, ingenjörs- och besiktningstjänster', NULL, '71000000'),
	(35, '2026-11-22 21:32:57.913941+00', 'insert', '72000000', 'IT-tjänster: konsultverksamhet, programvaruutveckling, Internet och stöd', NULL, '72000000'),
	(36, '2026-11-22 21:32:57.913941+00', 'insert', '73000000', 'FoU-tjänster samt tillhörande konsulttjänster', NULL, '73000000'),
	(37, '2026-11-22 21:32:57.913941+00', 'insert', '75000000', 'Offentlig förvaltning, försvar och socialförsäkringstjänster', NULL, '75000000'),
	(38, '2026-11-22 21:32:57.913941+00', 'insert', '76000000', 'Tjänster för olje- och gasindustrin', NULL, '76000000'),
	(39, '2026-11-22 21:32:57.913941+00', 'insert', '77000000', 'Jordbruks-, skogsbruks-, trädgårds-, vattenbruks- och biodlingstjänster', NULL, '77000000'),
	(40, '2026-11-22 21:32:57.913941+00', 'insert', '79000000', 'Företagstjänster: lagstiftning, marknadsföring, rådgivning, rekrytering, tryckning och säkerhet', NULL, '79000000'),
	(41, '2026-11-22 21:32:57.913941+00', 'insert', '80000000', 'Undervisning och utbildning', NULL, '80000000'),
	(42, '2026-11-22 21:32:57.913941+00', 'insert', '85000000', 'Hälso- och sjukvård samt socialvård', NULL, '85000000'),
	(43, '2026-11-22 21:32:57.913941+00', 'insert', '90000000', 'Avlopps- och avfallshantering, sanering och miljötjänster', NULL, '90000000'),
	(44, '2026-11-22 21:32:57.913941+00', 'insert', '92000000', 'Fritids-, kultur- och sporttjänster', NULL, '92000000'),
	(45, '2026-11-22 21:32:57.913941+00', 'insert', '98000000', 'Andra samhälleliga och personliga tjänster', NULL, '98000000');





























































































































































































SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);



SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_department_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_departmentevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_invitation_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_invitationevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_membership_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_membershipevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_organisation_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_organisationevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_savedfilter_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_savedfilterevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);



SELECT pg_catalog.setval('public.accounts_userevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_goal_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_goalevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_item_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_itemevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_itemlink_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_itemlinkevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_plan_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_planevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_progressnote_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_progressnoteevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_seminar_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_seminarevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_seminarlink_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_seminarlinkevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_seminarside_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_seminarsideevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_takingpart_id_seq', 1, false);



SELECT pg_catalog.setval('public.actionplans_takingpartevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);



SELECT pg_catalog.setval('public.auth_permission_id_seq', 900, true);



SELECT pg_catalog.setval('public.django_content_type_id_seq', 225, true);



SELECT pg_catalog.setval('public.django_migrations_id_seq', 94, true);



SELECT pg_catalog.setval('public.followups_approval_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_approvalevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_deviation_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_deviationevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_evaluation_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_evaluationevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_evidence_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_evidenceevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_followupplan_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_followupplanevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_intensityrule_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_intensityruleevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_meeting_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_meetingevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_meetingitem_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_meetingitemevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_meetingtask_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_meetingtaskevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_placementline_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_placementlineevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_point_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_pointevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_reportevent_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_reporteventevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_reportline_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_reportlineevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_reportrequest_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_reportrequestevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_sample_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_sampleevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_sampleitem_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_sampleitemevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_sanction_id_seq', 1, false);



SELECT pg_catalog.setval('public.followups_sanctionevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.interchange_columnmapping_id_seq', 1, false);



SELECT pg_catalog.setval('public.interchange_columnmappingevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.interchange_importbatch_id_seq', 1, false);



SELECT pg_catalog.setval('public.interchange_importbatchevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.interchange_importchange_id_seq', 1, false);



SELECT pg_catalog.setval('public.interchange_importchangeevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.interchange_importrow_id_seq', 1, false);



SELECT pg_catalog.setval('public.interchange_importrowevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_agreementdepartment_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_agreementdepartmentevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_agreementunion_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_agreementunionevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_answer_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_answerevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_assessment_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_assessmentevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_blackout_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_blackoutevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_checklisttemplate_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_checklisttemplateevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_comment_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_commentevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_consultation_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_consultationevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_cooperationagreement_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_cooperationagreementevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_cooperationgroup_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_cooperationgroupevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_document_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_documentevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_groupmeeting_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_groupmeetingevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_override_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_overrideevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_planchange_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_planchangeevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_plansettings_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_plansettingsevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_union_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_uniondepartment_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_uniondepartmentevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_unionevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_unionrepresentative_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_unionrepresentativeevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_veto_id_seq', 1, false);



SELECT pg_catalog.setval('public.mbl_vetoevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.onboarding_onboarding_id_seq', 1, false);



SELECT pg_catalog.setval('public.onboarding_onboardingevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.onboarding_onboardingstep_id_seq', 1, false);



SELECT pg_catalog.setval('public.onboarding_onboardingstepevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_activity_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_activityevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_consent_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_consentevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_credit_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_creditevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_disclosure_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_disclosureevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_followup_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_followupevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_matchingsettingsevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_participant_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_participantevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_participantmerge_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_participantmergeevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_pause_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_pauseevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_placement_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_placementevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_placeoffer_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_placeofferevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_purgeitem_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_purgeitemevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_purgerun_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_purgerunevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_retentionrule_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_retentionruleevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_targetgroup_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_targetgroupevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_waiting_id_seq', 1, false);



SELECT pg_catalog.setval('public.placements_waitingevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_clause_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_clauseevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_contract_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_contractevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_contractsupplier_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_contractsupplierevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_cpvcodeevent_pgh_id_seq', 45, true);



SELECT pg_catalog.setval('public.procurements_extensionoption_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_extensionoptionevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_guidelineversion_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_guidelineversionevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_lot_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_lotevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_priorityanswers_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_priorityanswersevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_procurement_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_procurementevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_procurementparty_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_procurementpartyevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_requirement_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_requirementdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_requirementdecisionevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_requirementevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_threshold_id_seq', 1, false);



SELECT pg_catalog.setval('public.procurements_thresholdevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_bouncingaddress_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_bouncingaddressevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_calendarfeed_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_calendarfeedevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_deadlinenote_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_deadlinenoteevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_deliveryevent_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_deliveryeventevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_noticechoice_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_noticechoiceevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_outboxmail_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_outboxmailevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_pulse_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_pulseevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_reminder_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_reminderevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_reminderrule_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_reminderruleevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_remindersettings_id_seq', 1, false);



SELECT pg_catalog.setval('public.reminders_remindersettingsevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.suppliers_supplier_id_seq', 1, false);



SELECT pg_catalog.setval('public.suppliers_supplieralias_id_seq', 1, false);



SELECT pg_catalog.setval('public.suppliers_supplieraliasevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.suppliers_suppliercontact_id_seq', 1, false);



SELECT pg_catalog.setval('public.suppliers_suppliercontactevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.suppliers_supplierevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_chartcomment_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_chartcommentevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_lettermail_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_lettermailevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_namingdecision_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_namingdecisionevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_publishedyear_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_publishedyearevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_resultletter_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_resultletterevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_sharelink_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_sharelinkevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_snapshot_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_snapshotevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_target_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_targetevent_pgh_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_yearlycost_id_seq', 1, false);



SELECT pg_catalog.setval('public.targets_yearlycostevent_pgh_id_seq', 1, false);



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_department
    ADD CONSTRAINT accounts_department_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.accounts_department
    ADD CONSTRAINT accounts_department_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_department
    ADD CONSTRAINT accounts_department_token_key UNIQUE (token);



ALTER TABLE ONLY public.accounts_departmentevent
    ADD CONSTRAINT accounts_departmentevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_token_key UNIQUE (token);



ALTER TABLE ONLY public.accounts_invitationevent
    ADD CONSTRAINT accounts_invitationevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_membershipevent
    ADD CONSTRAINT accounts_membershipevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.accounts_organisation
    ADD CONSTRAINT accounts_organisation_name_key UNIQUE (name);



ALTER TABLE ONLY public.accounts_organisation
    ADD CONSTRAINT accounts_organisation_org_number_key UNIQUE (org_number);



ALTER TABLE ONLY public.accounts_organisation
    ADD CONSTRAINT accounts_organisation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_organisationevent
    ADD CONSTRAINT accounts_organisationevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.accounts_savedfilter
    ADD CONSTRAINT accounts_savedfilter_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_savedfilterevent
    ADD CONSTRAINT accounts_savedfilterevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);



ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.accounts_userevent
    ADD CONSTRAINT accounts_userevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_plan
    ADD CONSTRAINT actionplan_once_a_year UNIQUE (organisation_id, scope, year);



ALTER TABLE ONLY public.actionplans_goal
    ADD CONSTRAINT actionplans_goal_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.actionplans_goal
    ADD CONSTRAINT actionplans_goal_token_key UNIQUE (token);



ALTER TABLE ONLY public.actionplans_goalevent
    ADD CONSTRAINT actionplans_goalevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_token_key UNIQUE (token);



ALTER TABLE ONLY public.actionplans_itemevent
    ADD CONSTRAINT actionplans_itemevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_itemlink
    ADD CONSTRAINT actionplans_itemlink_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.actionplans_itemlinkevent
    ADD CONSTRAINT actionplans_itemlinkevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_plan
    ADD CONSTRAINT actionplans_plan_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.actionplans_plan
    ADD CONSTRAINT actionplans_plan_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.actionplans_plan
    ADD CONSTRAINT actionplans_plan_token_key UNIQUE (token);



ALTER TABLE ONLY public.actionplans_planevent
    ADD CONSTRAINT actionplans_planevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_progressnote
    ADD CONSTRAINT actionplans_progressnote_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.actionplans_progressnote
    ADD CONSTRAINT actionplans_progressnote_token_key UNIQUE (token);



ALTER TABLE ONLY public.actionplans_progressnoteevent
    ADD CONSTRAINT actionplans_progressnoteevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_seminar
    ADD CONSTRAINT actionplans_seminar_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.actionplans_seminar
    ADD CONSTRAINT actionplans_seminar_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.actionplans_seminar
    ADD CONSTRAINT actionplans_seminar_token_key UNIQUE (token);



ALTER TABLE ONLY public.actionplans_seminarevent
    ADD CONSTRAINT actionplans_seminarevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_seminarlink
    ADD CONSTRAINT actionplans_seminarlink_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.actionplans_seminarlinkevent
    ADD CONSTRAINT actionplans_seminarlinkevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_seminarside
    ADD CONSTRAINT actionplans_seminarside_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.actionplans_seminarsideevent
    ADD CONSTRAINT actionplans_seminarsideevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_takingpart
    ADD CONSTRAINT actionplans_takingpart_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.actionplans_takingpartevent
    ADD CONSTRAINT actionplans_takingpartevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_agreementdepartment
    ADD CONSTRAINT agreement_department_once UNIQUE (agreement_id, department_id);



ALTER TABLE ONLY public.mbl_agreementunion
    ADD CONSTRAINT agreement_union_once UNIQUE (agreement_id, union_id);



ALTER TABLE ONLY public.mbl_answer
    ADD CONSTRAINT answer_once_per_question UNIQUE (assessment_id, question);



ALTER TABLE ONLY public.followups_approval
    ADD CONSTRAINT approval_once UNIQUE (meeting_id, role);



ALTER TABLE ONLY public.mbl_assessment
    ADD CONSTRAINT assessment_once_per_department UNIQUE (procurement_id, department_id);



ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (cache_key);



ALTER TABLE ONLY public.reminders_calendarfeed
    ADD CONSTRAINT calendar_feed_of_department_once UNIQUE (department_id);



ALTER TABLE ONLY public.mbl_checklisttemplate
    ADD CONSTRAINT checklist_version_unique UNIQUE (organisation_id, version);



ALTER TABLE ONLY public.procurements_clause
    ADD CONSTRAINT clause_title_unique UNIQUE (guideline_id, title);



ALTER TABLE ONLY public.interchange_columnmapping
    ADD CONSTRAINT column_mapping_once UNIQUE (organisation_id, signature);



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT consultation_once_per_round UNIQUE (assessment_id, union_id, stage, round_number);



ALTER TABLE ONLY public.procurements_contractsupplier
    ADD CONSTRAINT contract_supplier_once UNIQUE (contract_id, supplier_id);



ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);



ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);



ALTER TABLE ONLY public.placements_followup
    ADD CONSTRAINT follow_up_once UNIQUE (placement_id, months);



ALTER TABLE ONLY public.followups_approval
    ADD CONSTRAINT followups_approval_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_approvalevent
    ADD CONSTRAINT followups_approvalevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_raised_key_key UNIQUE (raised_key);



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_token_key UNIQUE (token);



ALTER TABLE ONLY public.followups_deviationevent
    ADD CONSTRAINT followups_deviationevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_evaluation
    ADD CONSTRAINT followups_evaluation_contract_id_key UNIQUE (contract_id);



ALTER TABLE ONLY public.followups_evaluation
    ADD CONSTRAINT followups_evaluation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_evaluation
    ADD CONSTRAINT followups_evaluation_token_key UNIQUE (token);



ALTER TABLE ONLY public.followups_evaluationevent
    ADD CONSTRAINT followups_evaluationevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_evidence
    ADD CONSTRAINT followups_evidence_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_evidence
    ADD CONSTRAINT followups_evidence_token_key UNIQUE (token);



ALTER TABLE ONLY public.followups_evidenceevent
    ADD CONSTRAINT followups_evidenceevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_followupplan
    ADD CONSTRAINT followups_followupplan_contract_id_key UNIQUE (contract_id);



ALTER TABLE ONLY public.followups_followupplan
    ADD CONSTRAINT followups_followupplan_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_followupplanevent
    ADD CONSTRAINT followups_followupplanevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_intensityrule
    ADD CONSTRAINT followups_intensityrule_organisation_id_key UNIQUE (organisation_id);



ALTER TABLE ONLY public.followups_intensityrule
    ADD CONSTRAINT followups_intensityrule_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_intensityruleevent
    ADD CONSTRAINT followups_intensityruleevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_id_contract UNIQUE (id, contract_id);



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_nonce_key UNIQUE (nonce);



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_point_id_key UNIQUE (point_id);



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_token_key UNIQUE (token);



ALTER TABLE ONLY public.followups_meetingevent
    ADD CONSTRAINT followups_meetingevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_meetingitem
    ADD CONSTRAINT followups_meetingitem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_meetingitemevent
    ADD CONSTRAINT followups_meetingitemevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_meetingtask
    ADD CONSTRAINT followups_meetingtask_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_meetingtaskevent
    ADD CONSTRAINT followups_meetingtaskevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_placementline
    ADD CONSTRAINT followups_placementline_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_placementlineevent
    ADD CONSTRAINT followups_placementlineevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_point
    ADD CONSTRAINT followups_point_id_contract UNIQUE (id, contract_id);



ALTER TABLE ONLY public.followups_point
    ADD CONSTRAINT followups_point_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_point
    ADD CONSTRAINT followups_point_token_key UNIQUE (token);



ALTER TABLE ONLY public.followups_pointevent
    ADD CONSTRAINT followups_pointevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_reportevent
    ADD CONSTRAINT followups_reportevent_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_reporteventevent
    ADD CONSTRAINT followups_reporteventevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_reportline
    ADD CONSTRAINT followups_reportline_id_request UNIQUE (id, request_id);



ALTER TABLE ONLY public.followups_reportline
    ADD CONSTRAINT followups_reportline_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_reportlineevent
    ADD CONSTRAINT followups_reportlineevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequest_id_contract UNIQUE (id, contract_id);



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequest_nonce_key UNIQUE (nonce);



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequest_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequest_token_key UNIQUE (token);



ALTER TABLE ONLY public.followups_reportrequestevent
    ADD CONSTRAINT followups_reportrequestevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_sample
    ADD CONSTRAINT followups_sample_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.followups_sample
    ADD CONSTRAINT followups_sample_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_sample
    ADD CONSTRAINT followups_sample_token_key UNIQUE (token);



ALTER TABLE ONLY public.followups_sampleevent
    ADD CONSTRAINT followups_sampleevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_sampleitem
    ADD CONSTRAINT followups_sampleitem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_sampleitemevent
    ADD CONSTRAINT followups_sampleitemevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_sanction
    ADD CONSTRAINT followups_sanction_nonce_key UNIQUE (nonce);



ALTER TABLE ONLY public.followups_sanction
    ADD CONSTRAINT followups_sanction_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_sanction
    ADD CONSTRAINT followups_sanction_token_key UNIQUE (token);



ALTER TABLE ONLY public.followups_sanctionevent
    ADD CONSTRAINT followups_sanctionevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_groupmeeting
    ADD CONSTRAINT group_meets_once_a_day UNIQUE (group_id, held_on);



ALTER TABLE ONLY public.mbl_cooperationgroup
    ADD CONSTRAINT group_name_unique UNIQUE (agreement_id, name);



ALTER TABLE ONLY public.interchange_importchange
    ADD CONSTRAINT import_change_once UNIQUE (batch_id, model, object_id);



ALTER TABLE ONLY public.interchange_columnmapping
    ADD CONSTRAINT interchange_columnmapping_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.interchange_columnmappingevent
    ADD CONSTRAINT interchange_columnmappingevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.interchange_importbatch
    ADD CONSTRAINT interchange_importbatch_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.interchange_importbatch
    ADD CONSTRAINT interchange_importbatch_token_key UNIQUE (token);



ALTER TABLE ONLY public.interchange_importbatchevent
    ADD CONSTRAINT interchange_importbatchevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.interchange_importchange
    ADD CONSTRAINT interchange_importchange_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.interchange_importchangeevent
    ADD CONSTRAINT interchange_importchangeevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.interchange_importrow
    ADD CONSTRAINT interchange_importrow_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.interchange_importrowevent
    ADD CONSTRAINT interchange_importrowevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_itemlink
    ADD CONSTRAINT itemlink_once UNIQUE NULLS NOT DISTINCT (item_id, procurement_id, guideline_id);



ALTER TABLE ONLY public.procurements_lot
    ADD CONSTRAINT lot_number_unique UNIQUE (procurement_id, number);



ALTER TABLE ONLY public.mbl_agreementdepartment
    ADD CONSTRAINT mbl_agreementdepartment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_agreementdepartmentevent
    ADD CONSTRAINT mbl_agreementdepartmentevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_agreementunion
    ADD CONSTRAINT mbl_agreementunion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_agreementunionevent
    ADD CONSTRAINT mbl_agreementunionevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_answer
    ADD CONSTRAINT mbl_answer_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_answerevent
    ADD CONSTRAINT mbl_answerevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_assessment
    ADD CONSTRAINT mbl_assessment_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.mbl_assessment
    ADD CONSTRAINT mbl_assessment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_assessment
    ADD CONSTRAINT mbl_assessment_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_assessmentevent
    ADD CONSTRAINT mbl_assessmentevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_blackout
    ADD CONSTRAINT mbl_blackout_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_blackout
    ADD CONSTRAINT mbl_blackout_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_blackoutevent
    ADD CONSTRAINT mbl_blackoutevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_checklisttemplate
    ADD CONSTRAINT mbl_checklisttemplate_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_checklisttemplate
    ADD CONSTRAINT mbl_checklisttemplate_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_checklisttemplateevent
    ADD CONSTRAINT mbl_checklisttemplateevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_comment
    ADD CONSTRAINT mbl_comment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_comment
    ADD CONSTRAINT mbl_comment_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_commentevent
    ADD CONSTRAINT mbl_commentevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_consultationevent
    ADD CONSTRAINT mbl_consultationevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_cooperationagreement
    ADD CONSTRAINT mbl_cooperationagreement_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_cooperationagreement
    ADD CONSTRAINT mbl_cooperationagreement_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_cooperationagreementevent
    ADD CONSTRAINT mbl_cooperationagreementevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_cooperationgroup
    ADD CONSTRAINT mbl_cooperationgroup_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_cooperationgroup
    ADD CONSTRAINT mbl_cooperationgroup_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_cooperationgroupevent
    ADD CONSTRAINT mbl_cooperationgroupevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_document
    ADD CONSTRAINT mbl_document_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_document
    ADD CONSTRAINT mbl_document_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_documentevent
    ADD CONSTRAINT mbl_documentevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_groupmeeting
    ADD CONSTRAINT mbl_groupmeeting_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_groupmeetingevent
    ADD CONSTRAINT mbl_groupmeetingevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_override
    ADD CONSTRAINT mbl_override_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_override
    ADD CONSTRAINT mbl_override_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_overrideevent
    ADD CONSTRAINT mbl_overrideevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_planchange
    ADD CONSTRAINT mbl_planchange_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_planchangeevent
    ADD CONSTRAINT mbl_planchangeevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_plansettings
    ADD CONSTRAINT mbl_plansettings_organisation_id_key UNIQUE (organisation_id);



ALTER TABLE ONLY public.mbl_plansettings
    ADD CONSTRAINT mbl_plansettings_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_plansettingsevent
    ADD CONSTRAINT mbl_plansettingsevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_union
    ADD CONSTRAINT mbl_union_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.mbl_union
    ADD CONSTRAINT mbl_union_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_union
    ADD CONSTRAINT mbl_union_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_uniondepartment
    ADD CONSTRAINT mbl_uniondepartment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_uniondepartmentevent
    ADD CONSTRAINT mbl_uniondepartmentevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_unionevent
    ADD CONSTRAINT mbl_unionevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_unionrepresentative
    ADD CONSTRAINT mbl_unionrepresentative_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_unionrepresentative
    ADD CONSTRAINT mbl_unionrepresentative_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_unionrepresentativeevent
    ADD CONSTRAINT mbl_unionrepresentativeevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_veto
    ADD CONSTRAINT mbl_veto_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.mbl_veto
    ADD CONSTRAINT mbl_veto_token_key UNIQUE (token);



ALTER TABLE ONLY public.mbl_vetoevent
    ADD CONSTRAINT mbl_vetoevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_meetingitem
    ADD CONSTRAINT meeting_item_once UNIQUE (meeting_id, requirement_id);



ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT membership_once UNIQUE NULLS NOT DISTINCT (user_id, organisation_id, department_id, role);



ALTER TABLE ONLY public.reminders_noticechoice
    ADD CONSTRAINT notice_choice_once UNIQUE (user_id, organisation_id);



ALTER TABLE ONLY public.onboarding_onboarding
    ADD CONSTRAINT onboarding_onboarding_organisation_id_key UNIQUE (organisation_id);



ALTER TABLE ONLY public.onboarding_onboarding
    ADD CONSTRAINT onboarding_onboarding_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.onboarding_onboarding
    ADD CONSTRAINT onboarding_onboarding_token_key UNIQUE (token);



ALTER TABLE ONLY public.onboarding_onboardingevent
    ADD CONSTRAINT onboarding_onboardingevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.onboarding_onboardingstep
    ADD CONSTRAINT onboarding_onboardingstep_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.onboarding_onboardingstepevent
    ADD CONSTRAINT onboarding_onboardingstepevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.onboarding_onboardingstep
    ADD CONSTRAINT onboarding_step_once UNIQUE (onboarding_id, step);



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT participant_code_unique UNIQUE (organisation_id, code);



ALTER TABLE ONLY public.procurements_procurementparty
    ADD CONSTRAINT party_once_per_procurement UNIQUE (procurement_id, organisation_id);



ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.followups_placementline
    ADD CONSTRAINT placement_line_once UNIQUE (request_id, placement_id);



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placement_number_unique UNIQUE (organisation_id, number);



ALTER TABLE ONLY public.placements_activity
    ADD CONSTRAINT placements_activity_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_activity
    ADD CONSTRAINT placements_activity_token_key UNIQUE (token);



ALTER TABLE ONLY public.placements_activityevent
    ADD CONSTRAINT placements_activityevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_consent
    ADD CONSTRAINT placements_consent_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_consent
    ADD CONSTRAINT placements_consent_token_key UNIQUE (token);



ALTER TABLE ONLY public.placements_consentevent
    ADD CONSTRAINT placements_consentevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_credit
    ADD CONSTRAINT placements_credit_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_creditevent
    ADD CONSTRAINT placements_creditevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_disclosure
    ADD CONSTRAINT placements_disclosure_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_disclosure
    ADD CONSTRAINT placements_disclosure_token_key UNIQUE (token);



ALTER TABLE ONLY public.placements_disclosureevent
    ADD CONSTRAINT placements_disclosureevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_followup
    ADD CONSTRAINT placements_followup_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_followupevent
    ADD CONSTRAINT placements_followupevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_matchingsettings
    ADD CONSTRAINT placements_matchingsettings_pkey PRIMARY KEY (organisation_id);



ALTER TABLE ONLY public.placements_matchingsettingsevent
    ADD CONSTRAINT placements_matchingsettingsevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participant_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participant_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participant_token_key UNIQUE (token);



ALTER TABLE ONLY public.placements_participantevent
    ADD CONSTRAINT placements_participantevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_participantmerge
    ADD CONSTRAINT placements_participantmerge_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_participantmergeevent
    ADD CONSTRAINT placements_participantmergeevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_pause
    ADD CONSTRAINT placements_pause_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_pause
    ADD CONSTRAINT placements_pause_token_key UNIQUE (token);



ALTER TABLE ONLY public.placements_pauseevent
    ADD CONSTRAINT placements_pauseevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_token_key UNIQUE (token);



ALTER TABLE ONLY public.placements_placementevent
    ADD CONSTRAINT placements_placementevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_placeoffer
    ADD CONSTRAINT placements_placeoffer_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.placements_placeoffer
    ADD CONSTRAINT placements_placeoffer_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_placeoffer
    ADD CONSTRAINT placements_placeoffer_token_key UNIQUE (token);



ALTER TABLE ONLY public.placements_placeofferevent
    ADD CONSTRAINT placements_placeofferevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_purgeitem
    ADD CONSTRAINT placements_purgeitem_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_purgeitemevent
    ADD CONSTRAINT placements_purgeitemevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_purgerun
    ADD CONSTRAINT placements_purgerun_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_purgerun
    ADD CONSTRAINT placements_purgerun_token_key UNIQUE (token);



ALTER TABLE ONLY public.placements_purgerunevent
    ADD CONSTRAINT placements_purgerunevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_retentionrule
    ADD CONSTRAINT placements_retentionrule_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_retentionruleevent
    ADD CONSTRAINT placements_retentionruleevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_targetgroup
    ADD CONSTRAINT placements_targetgroup_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.placements_targetgroup
    ADD CONSTRAINT placements_targetgroup_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_targetgroupevent
    ADD CONSTRAINT placements_targetgroupevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.placements_waiting
    ADD CONSTRAINT placements_waiting_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.placements_waiting
    ADD CONSTRAINT placements_waiting_token_key UNIQUE (token);



ALTER TABLE ONLY public.placements_waitingevent
    ADD CONSTRAINT placements_waitingevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT planitem_position_unique UNIQUE (plan_id, "position") DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT planitem_title_unique UNIQUE (plan_id, title);



ALTER TABLE ONLY public.followups_point
    ADD CONSTRAINT point_once UNIQUE (contract_id, kind, due_on);



ALTER TABLE ONLY public.procurements_clause
    ADD CONSTRAINT procurements_clause_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_clause
    ADD CONSTRAINT procurements_clause_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_clauseevent
    ADD CONSTRAINT procurements_clauseevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contract_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contract_id_procurement UNIQUE (id, procurement_id);



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contract_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contract_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_contractevent
    ADD CONSTRAINT procurements_contractevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_contractsupplier
    ADD CONSTRAINT procurements_contractsupplier_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_contractsupplierevent
    ADD CONSTRAINT procurements_contractsupplierevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_cpvcode
    ADD CONSTRAINT procurements_cpvcode_pkey PRIMARY KEY (code);



ALTER TABLE ONLY public.procurements_cpvcodeevent
    ADD CONSTRAINT procurements_cpvcodeevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_extensionoption
    ADD CONSTRAINT procurements_extensionoption_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_extensionoption
    ADD CONSTRAINT procurements_extensionoption_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_extensionoptionevent
    ADD CONSTRAINT procurements_extensionoptionevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_guidelineversion
    ADD CONSTRAINT procurements_guidelineversion_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.procurements_guidelineversion
    ADD CONSTRAINT procurements_guidelineversion_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_guidelineversion
    ADD CONSTRAINT procurements_guidelineversion_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_guidelineversionevent
    ADD CONSTRAINT procurements_guidelineversionevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_lot
    ADD CONSTRAINT procurements_lot_id_procurement UNIQUE (id, procurement_id);



ALTER TABLE ONLY public.procurements_lot
    ADD CONSTRAINT procurements_lot_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_lot
    ADD CONSTRAINT procurements_lot_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_lotevent
    ADD CONSTRAINT procurements_lotevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_priorityanswers
    ADD CONSTRAINT procurements_priorityanswers_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_priorityanswers
    ADD CONSTRAINT procurements_priorityanswers_procurement_id_key UNIQUE (procurement_id);



ALTER TABLE ONLY public.procurements_priorityanswersevent
    ADD CONSTRAINT procurements_priorityanswersevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procurement_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procurement_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procurement_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_procurementevent
    ADD CONSTRAINT procurements_procurementevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_procurementparty
    ADD CONSTRAINT procurements_procurementparty_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_procurementparty
    ADD CONSTRAINT procurements_procurementparty_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_procurementpartyevent
    ADD CONSTRAINT procurements_procurementpartyevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT procurements_requirement_id_contract UNIQUE (id, contract_id);



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT procurements_requirement_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT procurements_requirement_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_requirementdecision
    ADD CONSTRAINT procurements_requirementdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_requirementdecision
    ADD CONSTRAINT procurements_requirementdecision_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_requirementdecisionevent
    ADD CONSTRAINT procurements_requirementdecisionevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_requirementevent
    ADD CONSTRAINT procurements_requirementevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.procurements_threshold
    ADD CONSTRAINT procurements_threshold_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.procurements_threshold
    ADD CONSTRAINT procurements_threshold_token_key UNIQUE (token);



ALTER TABLE ONLY public.procurements_threshold
    ADD CONSTRAINT procurements_threshold_valid_from_key UNIQUE (valid_from);



ALTER TABLE ONLY public.procurements_thresholdevent
    ADD CONSTRAINT procurements_thresholdevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.targets_publishedyear
    ADD CONSTRAINT published_year_once UNIQUE (organisation_id, year);



ALTER TABLE ONLY public.placements_purgeitem
    ADD CONSTRAINT purge_item_once UNIQUE (run_id, record_class, row_id);



ALTER TABLE ONLY public.reminders_reminder
    ADD CONSTRAINT reminder_once UNIQUE (deadline_key, recipient_id, step, due_on, organisation_id);



ALTER TABLE ONLY public.reminders_reminderrule
    ADD CONSTRAINT reminder_rule_once UNIQUE (organisation_id, kind);



ALTER TABLE ONLY public.reminders_bouncingaddress
    ADD CONSTRAINT reminders_bouncingaddress_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_bouncingaddressevent
    ADD CONSTRAINT reminders_bouncingaddressevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reminders_calendarfeed
    ADD CONSTRAINT reminders_calendarfeed_nonce_key UNIQUE (nonce);



ALTER TABLE ONLY public.reminders_calendarfeed
    ADD CONSTRAINT reminders_calendarfeed_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_calendarfeedevent
    ADD CONSTRAINT reminders_calendarfeedevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reminders_deadlinenote
    ADD CONSTRAINT reminders_deadlinenote_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_deadlinenote
    ADD CONSTRAINT reminders_deadlinenote_token_key UNIQUE (token);



ALTER TABLE ONLY public.reminders_deadlinenoteevent
    ADD CONSTRAINT reminders_deadlinenoteevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reminders_deliveryevent
    ADD CONSTRAINT reminders_deliveryevent_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_deliveryeventevent
    ADD CONSTRAINT reminders_deliveryeventevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reminders_noticechoice
    ADD CONSTRAINT reminders_noticechoice_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_noticechoiceevent
    ADD CONSTRAINT reminders_noticechoiceevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reminders_outboxmail
    ADD CONSTRAINT reminders_outboxmail_message_id_key UNIQUE (message_id);



ALTER TABLE ONLY public.reminders_outboxmail
    ADD CONSTRAINT reminders_outboxmail_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_outboxmail
    ADD CONSTRAINT reminders_outboxmail_slot_key UNIQUE (slot);



ALTER TABLE ONLY public.reminders_outboxmailevent
    ADD CONSTRAINT reminders_outboxmailevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reminders_pulse
    ADD CONSTRAINT reminders_pulse_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_pulseevent
    ADD CONSTRAINT reminders_pulseevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reminders_reminder
    ADD CONSTRAINT reminders_reminder_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_reminderevent
    ADD CONSTRAINT reminders_reminderevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reminders_reminderrule
    ADD CONSTRAINT reminders_reminderrule_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_reminderruleevent
    ADD CONSTRAINT reminders_reminderruleevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.reminders_remindersettings
    ADD CONSTRAINT reminders_remindersettings_organisation_id_key UNIQUE (organisation_id);



ALTER TABLE ONLY public.reminders_remindersettings
    ADD CONSTRAINT reminders_remindersettings_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reminders_remindersettingsevent
    ADD CONSTRAINT reminders_remindersettingsevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.followups_reportline
    ADD CONSTRAINT report_line_once UNIQUE (request_id, requirement_id);



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT requirement_once_per_kind UNIQUE (contract_id, kind, model);



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT result_letter_once_for_department UNIQUE (snapshot_id, department_id);



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT result_letter_once_for_supplier UNIQUE (snapshot_id, supplier_id);



ALTER TABLE ONLY public.placements_retentionrule
    ADD CONSTRAINT retention_rule_once UNIQUE (organisation_id, record_class);



ALTER TABLE ONLY public.followups_sampleitem
    ADD CONSTRAINT sample_item_once UNIQUE (sample_id, contract_id);



ALTER TABLE ONLY public.accounts_savedfilter
    ADD CONSTRAINT saved_filter_name_unique UNIQUE (user_id, organisation_id, list, name);



ALTER TABLE ONLY public.actionplans_seminarlink
    ADD CONSTRAINT seminarlink_once UNIQUE NULLS NOT DISTINCT (seminar_id, item_id, guideline_id);



ALTER TABLE ONLY public.actionplans_seminarside
    ADD CONSTRAINT seminarside_once UNIQUE NULLS NOT DISTINCT (seminar_id, organisation_id, department_id);



ALTER TABLE ONLY public.targets_snapshot
    ADD CONSTRAINT snapshot_once UNIQUE (organisation_id, year, period);



ALTER TABLE ONLY public.suppliers_supplier
    ADD CONSTRAINT suppliers_supplier_org_number_key UNIQUE (org_number);



ALTER TABLE ONLY public.suppliers_supplier
    ADD CONSTRAINT suppliers_supplier_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.suppliers_supplier
    ADD CONSTRAINT suppliers_supplier_token_key UNIQUE (token);



ALTER TABLE ONLY public.suppliers_supplieralias
    ADD CONSTRAINT suppliers_supplieralias_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.suppliers_supplieraliasevent
    ADD CONSTRAINT suppliers_supplieraliasevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.suppliers_suppliercontact
    ADD CONSTRAINT suppliers_suppliercontact_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.suppliers_suppliercontact
    ADD CONSTRAINT suppliers_suppliercontact_token_key UNIQUE (token);



ALTER TABLE ONLY public.suppliers_suppliercontactevent
    ADD CONSTRAINT suppliers_suppliercontactevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.suppliers_supplierevent
    ADD CONSTRAINT suppliers_supplierevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.actionplans_takingpart
    ADD CONSTRAINT takingpart_once UNIQUE NULLS NOT DISTINCT (item_id, organisation_id, department_id);



ALTER TABLE ONLY public.placements_targetgroup
    ADD CONSTRAINT target_group_unique UNIQUE (organisation_id, name);



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT target_version_unique UNIQUE NULLS NOT DISTINCT (organisation_id, measure, scope, department_id, year, version);



ALTER TABLE ONLY public.targets_chartcomment
    ADD CONSTRAINT targets_chartcomment_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_chartcomment
    ADD CONSTRAINT targets_chartcomment_token_key UNIQUE (token);



ALTER TABLE ONLY public.targets_chartcommentevent
    ADD CONSTRAINT targets_chartcommentevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.targets_lettermail
    ADD CONSTRAINT targets_lettermail_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_lettermail
    ADD CONSTRAINT targets_lettermail_token_key UNIQUE (token);



ALTER TABLE ONLY public.targets_lettermailevent
    ADD CONSTRAINT targets_lettermailevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.targets_namingdecision
    ADD CONSTRAINT targets_namingdecision_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_namingdecision
    ADD CONSTRAINT targets_namingdecision_token_key UNIQUE (token);



ALTER TABLE ONLY public.targets_namingdecisionevent
    ADD CONSTRAINT targets_namingdecisionevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.targets_publishedyear
    ADD CONSTRAINT targets_publishedyear_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_publishedyearevent
    ADD CONSTRAINT targets_publishedyearevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT targets_resultletter_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT targets_resultletter_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_resultletterevent
    ADD CONSTRAINT targets_resultletterevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.targets_sharelink
    ADD CONSTRAINT targets_sharelink_nonce_key UNIQUE (nonce);



ALTER TABLE ONLY public.targets_sharelink
    ADD CONSTRAINT targets_sharelink_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_sharelinkevent
    ADD CONSTRAINT targets_sharelinkevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.targets_snapshot
    ADD CONSTRAINT targets_snapshot_id_organisation UNIQUE (id, organisation_id);



ALTER TABLE ONLY public.targets_snapshot
    ADD CONSTRAINT targets_snapshot_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_snapshot
    ADD CONSTRAINT targets_snapshot_token_key UNIQUE (token);



ALTER TABLE ONLY public.targets_snapshotevent
    ADD CONSTRAINT targets_snapshotevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_targetevent
    ADD CONSTRAINT targets_targetevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.targets_yearlycost
    ADD CONSTRAINT targets_yearlycost_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets_yearlycost
    ADD CONSTRAINT targets_yearlycost_token_key UNIQUE (token);



ALTER TABLE ONLY public.targets_yearlycostevent
    ADD CONSTRAINT targets_yearlycostevent_pkey PRIMARY KEY (pgh_id);



ALTER TABLE ONLY public.mbl_uniondepartment
    ADD CONSTRAINT union_department_once UNIQUE (union_id, department_id);



ALTER TABLE ONLY public.mbl_union
    ADD CONSTRAINT union_name_unique UNIQUE (organisation_id, name);



ALTER TABLE ONLY public.mbl_unionrepresentative
    ADD CONSTRAINT union_representative_once UNIQUE (union_id, email, role);



ALTER TABLE ONLY public.targets_yearlycost
    ADD CONSTRAINT yearly_cost_once UNIQUE (organisation_id, year);



CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);



CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);



CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);



CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);



CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);



CREATE INDEX accounts_department_contact_id_cf1a154f ON public.accounts_department USING btree (contact_id);



CREATE INDEX accounts_department_head_id_d5b22056 ON public.accounts_department USING btree (head_id);



CREATE INDEX accounts_department_organisation_id_b38c6059 ON public.accounts_department USING btree (organisation_id);



CREATE INDEX accounts_departmentevent_contact_id_8589c849 ON public.accounts_departmentevent USING btree (contact_id);



CREATE INDEX accounts_departmentevent_head_id_a2c9c03c ON public.accounts_departmentevent USING btree (head_id);



CREATE INDEX accounts_departmentevent_organisation_id_f8f3e205 ON public.accounts_departmentevent USING btree (organisation_id);



CREATE INDEX accounts_departmentevent_pgh_context_id_5c42a14d ON public.accounts_departmentevent USING btree (pgh_context_id);



CREATE INDEX accounts_departmentevent_pgh_obj_id_05b98de2 ON public.accounts_departmentevent USING btree (pgh_obj_id);



CREATE INDEX accounts_invitation_accepted_by_id_ba632539 ON public.accounts_invitation USING btree (accepted_by_id);



CREATE INDEX accounts_invitation_department_id_daf40ae5 ON public.accounts_invitation USING btree (department_id);



CREATE INDEX accounts_invitation_invited_by_id_94a21efc ON public.accounts_invitation USING btree (invited_by_id);



CREATE INDEX accounts_invitation_organisation_id_b7f9480b ON public.accounts_invitation USING btree (organisation_id);



CREATE INDEX accounts_invitationevent_accepted_by_id_0123e98f ON public.accounts_invitationevent USING btree (accepted_by_id);



CREATE INDEX accounts_invitationevent_department_id_63661deb ON public.accounts_invitationevent USING btree (department_id);



CREATE INDEX accounts_invitationevent_invited_by_id_0aa4f653 ON public.accounts_invitationevent USING btree (invited_by_id);



CREATE INDEX accounts_invitationevent_organisation_id_0883aac4 ON public.accounts_invitationevent USING btree (organisation_id);



CREATE INDEX accounts_invitationevent_pgh_context_id_d4d1b5b5 ON public.accounts_invitationevent USING btree (pgh_context_id);



CREATE INDEX accounts_invitationevent_pgh_obj_id_2b7a102b ON public.accounts_invitationevent USING btree (pgh_obj_id);



CREATE INDEX accounts_membership_department_id_42e4d78d ON public.accounts_membership USING btree (department_id);



CREATE INDEX accounts_membership_organisation_id_98e5c22b ON public.accounts_membership USING btree (organisation_id);



CREATE INDEX accounts_membership_user_id_487fb39e ON public.accounts_membership USING btree (user_id);



CREATE INDEX accounts_membershipevent_department_id_65abdbcd ON public.accounts_membershipevent USING btree (department_id);



CREATE INDEX accounts_membershipevent_organisation_id_a55f91b5 ON public.accounts_membershipevent USING btree (organisation_id);



CREATE INDEX accounts_membershipevent_pgh_context_id_31df8159 ON public.accounts_membershipevent USING btree (pgh_context_id);



CREATE INDEX accounts_membershipevent_pgh_obj_id_8231a68b ON public.accounts_membershipevent USING btree (pgh_obj_id);



CREATE INDEX accounts_membershipevent_user_id_165d49f9 ON public.accounts_membershipevent USING btree (user_id);



CREATE INDEX accounts_organisation_name_a0a0c3b1_like ON public.accounts_organisation USING btree (name varchar_pattern_ops);



CREATE INDEX accounts_organisation_org_number_b77a6487_like ON public.accounts_organisation USING btree (org_number varchar_pattern_ops);



CREATE INDEX accounts_organisationevent_pgh_context_id_58259ebb ON public.accounts_organisationevent USING btree (pgh_context_id);



CREATE INDEX accounts_organisationevent_pgh_obj_id_864e08c9 ON public.accounts_organisationevent USING btree (pgh_obj_id);



CREATE INDEX accounts_savedfilter_organisation_id_0ffcd466 ON public.accounts_savedfilter USING btree (organisation_id);



CREATE INDEX accounts_savedfilter_user_id_3251a328 ON public.accounts_savedfilter USING btree (user_id);



CREATE INDEX accounts_savedfilterevent_organisation_id_3bee9d6a ON public.accounts_savedfilterevent USING btree (organisation_id);



CREATE INDEX accounts_savedfilterevent_pgh_context_id_b85955f9 ON public.accounts_savedfilterevent USING btree (pgh_context_id);



CREATE INDEX accounts_savedfilterevent_pgh_obj_id_4885be5d ON public.accounts_savedfilterevent USING btree (pgh_obj_id);



CREATE INDEX accounts_savedfilterevent_user_id_71a0de3f ON public.accounts_savedfilterevent USING btree (user_id);



CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);



CREATE INDEX accounts_userevent_pgh_context_id_9043cf9a ON public.accounts_userevent USING btree (pgh_context_id);



CREATE INDEX accounts_userevent_pgh_obj_id_aa99e6a3 ON public.accounts_userevent USING btree (pgh_obj_id);



CREATE INDEX actionplans_goal_created_by_id_4b0a2793 ON public.actionplans_goal USING btree (created_by_id);



CREATE INDEX actionplans_goal_done_by_id_66547c7b ON public.actionplans_goal USING btree (done_by_id);



CREATE INDEX actionplans_goal_item_id_e729dabb ON public.actionplans_goal USING btree (item_id);



CREATE INDEX actionplans_goal_organisation_id_d5f0cf79 ON public.actionplans_goal USING btree (organisation_id);



CREATE INDEX actionplans_goalevent_created_by_id_444732fe ON public.actionplans_goalevent USING btree (created_by_id);



CREATE INDEX actionplans_goalevent_done_by_id_2caf0f88 ON public.actionplans_goalevent USING btree (done_by_id);



CREATE INDEX actionplans_goalevent_item_id_4af691b9 ON public.actionplans_goalevent USING btree (item_id);



CREATE INDEX actionplans_goalevent_organisation_id_d59bd342 ON public.actionplans_goalevent USING btree (organisation_id);



CREATE INDEX actionplans_goalevent_pgh_context_id_a0131264 ON public.actionplans_goalevent USING btree (pgh_context_id);



CREATE INDEX actionplans_goalevent_pgh_obj_id_89219826 ON public.actionplans_goalevent USING btree (pgh_obj_id);



CREATE INDEX actionplans_item_carried_from_id_967d8564 ON public.actionplans_item USING btree (carried_from_id);



CREATE INDEX actionplans_item_created_by_id_f040f901 ON public.actionplans_item USING btree (created_by_id);



CREATE INDEX actionplans_item_organisation_id_49880928 ON public.actionplans_item USING btree (organisation_id);



CREATE INDEX actionplans_item_plan_id_4a765c25 ON public.actionplans_item USING btree (plan_id);



CREATE INDEX actionplans_item_responsible_id_90b68f6b ON public.actionplans_item USING btree (responsible_id);



CREATE INDEX actionplans_itemevent_carried_from_id_f6b194e4 ON public.actionplans_itemevent USING btree (carried_from_id);



CREATE INDEX actionplans_itemevent_created_by_id_94777a00 ON public.actionplans_itemevent USING btree (created_by_id);



CREATE INDEX actionplans_itemevent_organisation_id_ded09a48 ON public.actionplans_itemevent USING btree (organisation_id);



CREATE INDEX actionplans_itemevent_pgh_context_id_a9b23aa7 ON public.actionplans_itemevent USING btree (pgh_context_id);



CREATE INDEX actionplans_itemevent_pgh_obj_id_224662d5 ON public.actionplans_itemevent USING btree (pgh_obj_id);



CREATE INDEX actionplans_itemevent_plan_id_be2326f2 ON public.actionplans_itemevent USING btree (plan_id);



CREATE INDEX actionplans_itemevent_responsible_id_8cc91c41 ON public.actionplans_itemevent USING btree (responsible_id);



CREATE INDEX actionplans_itemlink_guideline_id_83d18a57 ON public.actionplans_itemlink USING btree (guideline_id);



CREATE INDEX actionplans_itemlink_item_id_3a985c87 ON public.actionplans_itemlink USING btree (item_id);



CREATE INDEX actionplans_itemlink_organisation_id_102dd3b9 ON public.actionplans_itemlink USING btree (organisation_id);



CREATE INDEX actionplans_itemlink_procurement_id_4fa3659c ON public.actionplans_itemlink USING btree (procurement_id);



CREATE INDEX actionplans_itemlinkevent_guideline_id_2900748b ON public.actionplans_itemlinkevent USING btree (guideline_id);



CREATE INDEX actionplans_itemlinkevent_item_id_21665308 ON public.actionplans_itemlinkevent USING btree (item_id);



CREATE INDEX actionplans_itemlinkevent_organisation_id_70bd2888 ON public.actionplans_itemlinkevent USING btree (organisation_id);



CREATE INDEX actionplans_itemlinkevent_pgh_context_id_a0207fbb ON public.actionplans_itemlinkevent USING btree (pgh_context_id);



CREATE INDEX actionplans_itemlinkevent_pgh_obj_id_9339107a ON public.actionplans_itemlinkevent USING btree (pgh_obj_id);



CREATE INDEX actionplans_itemlinkevent_procurement_id_267e746c ON public.actionplans_itemlinkevent USING btree (procurement_id);



CREATE INDEX actionplans_plan_carried_from_id_fb25067a ON public.actionplans_plan USING btree (carried_from_id);



CREATE INDEX actionplans_plan_created_by_id_0623cc53 ON public.actionplans_plan USING btree (created_by_id);



CREATE INDEX actionplans_plan_organisation_id_92a988fc ON public.actionplans_plan USING btree (organisation_id);



CREATE INDEX actionplans_plan_published_by_id_9397396e ON public.actionplans_plan USING btree (published_by_id);



CREATE INDEX actionplans_planevent_carried_from_id_8b06d7e7 ON public.actionplans_planevent USING btree (carried_from_id);



CREATE INDEX actionplans_planevent_created_by_id_373c7099 ON public.actionplans_planevent USING btree (created_by_id);



CREATE INDEX actionplans_planevent_organisation_id_7230c2c0 ON public.actionplans_planevent USING btree (organisation_id);



CREATE INDEX actionplans_planevent_pgh_context_id_96b799ae ON public.actionplans_planevent USING btree (pgh_context_id);



CREATE INDEX actionplans_planevent_pgh_obj_id_c8807d57 ON public.actionplans_planevent USING btree (pgh_obj_id);



CREATE INDEX actionplans_planevent_published_by_id_39b25c10 ON public.actionplans_planevent USING btree (published_by_id);



CREATE INDEX actionplans_progressnote_item_id_fc413db7 ON public.actionplans_progressnote USING btree (item_id);



CREATE INDEX actionplans_progressnote_organisation_id_ecfc26e1 ON public.actionplans_progressnote USING btree (organisation_id);



CREATE INDEX actionplans_progressnote_written_by_id_3f8f52b0 ON public.actionplans_progressnote USING btree (written_by_id);



CREATE INDEX actionplans_progressnoteevent_item_id_bee00053 ON public.actionplans_progressnoteevent USING btree (item_id);



CREATE INDEX actionplans_progressnoteevent_organisation_id_158a3df9 ON public.actionplans_progressnoteevent USING btree (organisation_id);



CREATE INDEX actionplans_progressnoteevent_pgh_context_id_8a83559a ON public.actionplans_progressnoteevent USING btree (pgh_context_id);



CREATE INDEX actionplans_progressnoteevent_pgh_obj_id_16de35f6 ON public.actionplans_progressnoteevent USING btree (pgh_obj_id);



CREATE INDEX actionplans_progressnoteevent_written_by_id_1aec7eda ON public.actionplans_progressnoteevent USING btree (written_by_id);



CREATE INDEX actionplans_seminar_created_by_id_1d8fa069 ON public.actionplans_seminar USING btree (created_by_id);



CREATE INDEX actionplans_seminar_organisation_id_db00b8f3 ON public.actionplans_seminar USING btree (organisation_id);



CREATE INDEX actionplans_seminar_responsible_id_208b2185 ON public.actionplans_seminar USING btree (responsible_id);



CREATE INDEX actionplans_seminarevent_created_by_id_acd75dee ON public.actionplans_seminarevent USING btree (created_by_id);



CREATE INDEX actionplans_seminarevent_organisation_id_b73b80da ON public.actionplans_seminarevent USING btree (organisation_id);



CREATE INDEX actionplans_seminarevent_pgh_context_id_d675e4f4 ON public.actionplans_seminarevent USING btree (pgh_context_id);



CREATE INDEX actionplans_seminarevent_pgh_obj_id_e9d92600 ON public.actionplans_seminarevent USING btree (pgh_obj_id);



CREATE INDEX actionplans_seminarevent_responsible_id_07a74d22 ON public.actionplans_seminarevent USING btree (responsible_id);



CREATE INDEX actionplans_seminarlink_guideline_id_2ac477f4 ON public.actionplans_seminarlink USING btree (guideline_id);



CREATE INDEX actionplans_seminarlink_item_id_d46e2a66 ON public.actionplans_seminarlink USING btree (item_id);



CREATE INDEX actionplans_seminarlink_organisation_id_038d592f ON public.actionplans_seminarlink USING btree (organisation_id);



CREATE INDEX actionplans_seminarlink_seminar_id_a26bc05d ON public.actionplans_seminarlink USING btree (seminar_id);



CREATE INDEX actionplans_seminarlinkevent_guideline_id_7f8947c4 ON public.actionplans_seminarlinkevent USING btree (guideline_id);



CREATE INDEX actionplans_seminarlinkevent_item_id_c0c4b8d4 ON public.actionplans_seminarlinkevent USING btree (item_id);



CREATE INDEX actionplans_seminarlinkevent_organisation_id_ba95a6ca ON public.actionplans_seminarlinkevent USING btree (organisation_id);



CREATE INDEX actionplans_seminarlinkevent_pgh_context_id_5b21a5eb ON public.actionplans_seminarlinkevent USING btree (pgh_context_id);



CREATE INDEX actionplans_seminarlinkevent_pgh_obj_id_077dbbf3 ON public.actionplans_seminarlinkevent USING btree (pgh_obj_id);



CREATE INDEX actionplans_seminarlinkevent_seminar_id_a3a9def5 ON public.actionplans_seminarlinkevent USING btree (seminar_id);



CREATE INDEX actionplans_seminarside_department_id_9d916575 ON public.actionplans_seminarside USING btree (department_id);



CREATE INDEX actionplans_seminarside_organisation_id_693fbd35 ON public.actionplans_seminarside USING btree (organisation_id);



CREATE INDEX actionplans_seminarside_seminar_id_09095434 ON public.actionplans_seminarside USING btree (seminar_id);



CREATE INDEX actionplans_seminarsideevent_department_id_804458c5 ON public.actionplans_seminarsideevent USING btree (department_id);



CREATE INDEX actionplans_seminarsideevent_organisation_id_98f43441 ON public.actionplans_seminarsideevent USING btree (organisation_id);



CREATE INDEX actionplans_seminarsideevent_pgh_context_id_01e34e29 ON public.actionplans_seminarsideevent USING btree (pgh_context_id);



CREATE INDEX actionplans_seminarsideevent_pgh_obj_id_2d3fb98f ON public.actionplans_seminarsideevent USING btree (pgh_obj_id);



CREATE INDEX actionplans_seminarsideevent_seminar_id_bc92d066 ON public.actionplans_seminarsideevent USING btree (seminar_id);



CREATE INDEX actionplans_takingpart_department_id_c2ae69f6 ON public.actionplans_takingpart USING btree (department_id);



CREATE INDEX actionplans_takingpart_item_id_5bed07c2 ON public.actionplans_takingpart USING btree (item_id);



CREATE INDEX actionplans_takingpart_organisation_id_97869cf8 ON public.actionplans_takingpart USING btree (organisation_id);



CREATE INDEX actionplans_takingpartevent_department_id_94ac249f ON public.actionplans_takingpartevent USING btree (department_id);



CREATE INDEX actionplans_takingpartevent_item_id_56d11db4 ON public.actionplans_takingpartevent USING btree (item_id);



CREATE INDEX actionplans_takingpartevent_organisation_id_4ee7abaf ON public.actionplans_takingpartevent USING btree (organisation_id);



CREATE INDEX actionplans_takingpartevent_pgh_context_id_6cd6c090 ON public.actionplans_takingpartevent USING btree (pgh_context_id);



CREATE INDEX actionplans_takingpartevent_pgh_obj_id_2b7ab8fb ON public.actionplans_takingpartevent USING btree (pgh_obj_id);



CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);



CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);



CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);



CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);



CREATE UNIQUE INDEX bouncing_address_once ON public.reminders_bouncingaddress USING btree (lower((email)::text)) WHERE (cleared_at IS NULL);



CREATE INDEX cache_expires ON public.cache USING btree (expires);



CREATE UNIQUE INDEX calendar_feed_of_person_once ON public.reminders_calendarfeed USING btree (user_id, organisation_id) WHERE (department_id IS NULL);



CREATE INDEX chart_comment_of_year ON public.targets_chartcomment USING btree (organisation_id, year);



CREATE UNIQUE INDEX contract_number_unique ON public.procurements_contract USING btree (organisation_id, number) WHERE (NOT ((number)::text = ''::text));



CREATE UNIQUE INDEX credit_once ON public.placements_credit USING btree (source_key) WHERE (withdrawn_at IS NULL);



CREATE UNIQUE INDEX deadline_note_once ON public.reminders_deadlinenote USING btree (organisation_id, deadline_key, due_on) WHERE (undone_at IS NULL);



CREATE UNIQUE INDEX department_name_unique_in_organisation ON public.accounts_department USING btree (lower((name)::text), organisation_id);



CREATE INDEX deviation_open ON public.followups_deviation USING btree (organisation_id, due_on) WHERE ((state)::text = 'open'::text);



CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);



CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);



CREATE INDEX follow_up_open ON public.placements_followup USING btree (due_on) WHERE ((answered_on IS NULL) AND (stopped_on IS NULL));



CREATE INDEX followups_approval_by_id_435d8509 ON public.followups_approval USING btree (by_id);



CREATE INDEX followups_approval_meeting_id_430a4ca7 ON public.followups_approval USING btree (meeting_id);



CREATE INDEX followups_approvalevent_by_id_3f9c3e3e ON public.followups_approvalevent USING btree (by_id);



CREATE INDEX followups_approvalevent_meeting_id_f25e5b29 ON public.followups_approvalevent USING btree (meeting_id);



CREATE INDEX followups_approvalevent_pgh_context_id_b59b0a17 ON public.followups_approvalevent USING btree (pgh_context_id);



CREATE INDEX followups_approvalevent_pgh_obj_id_c34dec25 ON public.followups_approvalevent USING btree (pgh_obj_id);



CREATE INDEX followups_deviation_closed_by_id_3225dd16 ON public.followups_deviation USING btree (closed_by_id);



CREATE INDEX followups_deviation_contract_id_db6af10c ON public.followups_deviation USING btree (contract_id);



CREATE INDEX followups_deviation_made_by_id_02791147 ON public.followups_deviation USING btree (made_by_id);



CREATE INDEX followups_deviation_meeting_id_65388fba ON public.followups_deviation USING btree (meeting_id);



CREATE INDEX followups_deviation_organisation_id_dbb4060f ON public.followups_deviation USING btree (organisation_id);



CREATE INDEX followups_deviation_owner_id_b62d3ed7 ON public.followups_deviation USING btree (owner_id);



CREATE INDEX followups_deviation_point_id_9765b35e ON public.followups_deviation USING btree (point_id);



CREATE INDEX followups_deviation_raised_key_8dd1f5d9_like ON public.followups_deviation USING btree (raised_key varchar_pattern_ops);



CREATE INDEX followups_deviation_request_id_77f65763 ON public.followups_deviation USING btree (request_id);



CREATE INDEX followups_deviation_requirement_id_3b223706 ON public.followups_deviation USING btree (requirement_id);



CREATE INDEX followups_deviationevent_closed_by_id_a6952958 ON public.followups_deviationevent USING btree (closed_by_id);



CREATE INDEX followups_deviationevent_contract_id_cfdd6b20 ON public.followups_deviationevent USING btree (contract_id);



CREATE INDEX followups_deviationevent_made_by_id_c3e4fce0 ON public.followups_deviationevent USING btree (made_by_id);



CREATE INDEX followups_deviationevent_meeting_id_de4f8440 ON public.followups_deviationevent USING btree (meeting_id);



CREATE INDEX followups_deviationevent_organisation_id_acd64caf ON public.followups_deviationevent USING btree (organisation_id);



CREATE INDEX followups_deviationevent_owner_id_659144a1 ON public.followups_deviationevent USING btree (owner_id);



CREATE INDEX followups_deviationevent_pgh_context_id_8e2f528b ON public.followups_deviationevent USING btree (pgh_context_id);



CREATE INDEX followups_deviationevent_pgh_obj_id_5512fc73 ON public.followups_deviationevent USING btree (pgh_obj_id);



CREATE INDEX followups_deviationevent_point_id_becb4773 ON public.followups_deviationevent USING btree (point_id);



CREATE INDEX followups_deviationevent_request_id_5d558486 ON public.followups_deviationevent USING btree (request_id);



CREATE INDEX followups_deviationevent_requirement_id_8bfe3d34 ON public.followups_deviationevent USING btree (requirement_id);



CREATE INDEX followups_evaluation_made_by_id_c42b1386 ON public.followups_evaluation USING btree (made_by_id);



CREATE INDEX followups_evaluation_organisation_id_f56ce76e ON public.followups_evaluation USING btree (organisation_id);



CREATE INDEX followups_evaluationevent_contract_id_11db110a ON public.followups_evaluationevent USING btree (contract_id);



CREATE INDEX followups_evaluationevent_made_by_id_c692de00 ON public.followups_evaluationevent USING btree (made_by_id);



CREATE INDEX followups_evaluationevent_organisation_id_8a36e226 ON public.followups_evaluationevent USING btree (organisation_id);



CREATE INDEX followups_evaluationevent_pgh_context_id_06886f0c ON public.followups_evaluationevent USING btree (pgh_context_id);



CREATE INDEX followups_evaluationevent_pgh_obj_id_f7b1985c ON public.followups_evaluationevent USING btree (pgh_obj_id);



CREATE INDEX followups_evidence_line_id_62a1c0f7 ON public.followups_evidence USING btree (line_id);



CREATE INDEX followups_evidence_request_id_d5e8240b ON public.followups_evidence USING btree (request_id);



CREATE INDEX followups_evidence_uploaded_by_id_1633b463 ON public.followups_evidence USING btree (uploaded_by_id);



CREATE INDEX followups_evidenceevent_line_id_ee88f02b ON public.followups_evidenceevent USING btree (line_id);



CREATE INDEX followups_evidenceevent_pgh_context_id_7b303be6 ON public.followups_evidenceevent USING btree (pgh_context_id);



CREATE INDEX followups_evidenceevent_pgh_obj_id_5caa55c9 ON public.followups_evidenceevent USING btree (pgh_obj_id);



CREATE INDEX followups_evidenceevent_request_id_64c7f0d7 ON public.followups_evidenceevent USING btree (request_id);



CREATE INDEX followups_evidenceevent_uploaded_by_id_b20fd5c7 ON public.followups_evidenceevent USING btree (uploaded_by_id);



CREATE INDEX followups_followupplan_contact_id_c2e11c46 ON public.followups_followupplan USING btree (contact_id);



CREATE INDEX followups_followupplan_decided_by_id_1f513ce8 ON public.followups_followupplan USING btree (decided_by_id);



CREATE INDEX followups_followupplan_organisation_id_58d11844 ON public.followups_followupplan USING btree (organisation_id);



CREATE INDEX followups_followupplanevent_contact_id_caa66251 ON public.followups_followupplanevent USING btree (contact_id);



CREATE INDEX followups_followupplanevent_contract_id_78ca79dd ON public.followups_followupplanevent USING btree (contract_id);



CREATE INDEX followups_followupplanevent_decided_by_id_2b617396 ON public.followups_followupplanevent USING btree (decided_by_id);



CREATE INDEX followups_followupplanevent_organisation_id_a0a59632 ON public.followups_followupplanevent USING btree (organisation_id);



CREATE INDEX followups_followupplanevent_pgh_context_id_214e961a ON public.followups_followupplanevent USING btree (pgh_context_id);



CREATE INDEX followups_followupplanevent_pgh_obj_id_e2504e50 ON public.followups_followupplanevent USING btree (pgh_obj_id);



CREATE INDEX followups_intensityruleevent_organisation_id_7f02f45c ON public.followups_intensityruleevent USING btree (organisation_id);



CREATE INDEX followups_intensityruleevent_pgh_context_id_c66078cc ON public.followups_intensityruleevent USING btree (pgh_context_id);



CREATE INDEX followups_intensityruleevent_pgh_obj_id_6d93da14 ON public.followups_intensityruleevent USING btree (pgh_obj_id);



CREATE INDEX followups_meeting_closed_by_id_f4919dd6 ON public.followups_meeting USING btree (closed_by_id);



CREATE INDEX followups_meeting_contract_id_2f6fdc13 ON public.followups_meeting USING btree (contract_id);



CREATE INDEX followups_meeting_made_by_id_d8a0db2c ON public.followups_meeting USING btree (made_by_id);



CREATE INDEX followups_meeting_organisation_id_10306158 ON public.followups_meeting USING btree (organisation_id);



CREATE INDEX followups_meeting_procurement_id_82d82da9 ON public.followups_meeting USING btree (procurement_id);



CREATE INDEX followups_meetingevent_closed_by_id_0c71502a ON public.followups_meetingevent USING btree (closed_by_id);



CREATE INDEX followups_meetingevent_contract_id_5685dc5b ON public.followups_meetingevent USING btree (contract_id);



CREATE INDEX followups_meetingevent_made_by_id_cc3d6f55 ON public.followups_meetingevent USING btree (made_by_id);



CREATE INDEX followups_meetingevent_organisation_id_3df98eb4 ON public.followups_meetingevent USING btree (organisation_id);



CREATE INDEX followups_meetingevent_pgh_context_id_caa09493 ON public.followups_meetingevent USING btree (pgh_context_id);



CREATE INDEX followups_meetingevent_pgh_obj_id_c417f98b ON public.followups_meetingevent USING btree (pgh_obj_id);



CREATE INDEX followups_meetingevent_point_id_213556b8 ON public.followups_meetingevent USING btree (point_id);



CREATE INDEX followups_meetingevent_procurement_id_5e2c6099 ON public.followups_meetingevent USING btree (procurement_id);



CREATE INDEX followups_meetingitem_meeting_id_69041491 ON public.followups_meetingitem USING btree (meeting_id);



CREATE INDEX followups_meetingitem_requirement_id_75cdcba1 ON public.followups_meetingitem USING btree (requirement_id);



CREATE INDEX followups_meetingitemevent_meeting_id_d132d848 ON public.followups_meetingitemevent USING btree (meeting_id);



CREATE INDEX followups_meetingitemevent_pgh_context_id_4878ce47 ON public.followups_meetingitemevent USING btree (pgh_context_id);



CREATE INDEX followups_meetingitemevent_pgh_obj_id_3acc12f7 ON public.followups_meetingitemevent USING btree (pgh_obj_id);



CREATE INDEX followups_meetingitemevent_requirement_id_ad8c5a5f ON public.followups_meetingitemevent USING btree (requirement_id);



CREATE INDEX followups_meetingtask_done_by_id_99dcc560 ON public.followups_meetingtask USING btree (done_by_id);



CREATE INDEX followups_meetingtask_meeting_id_38965f94 ON public.followups_meetingtask USING btree (meeting_id);



CREATE INDEX followups_meetingtaskevent_done_by_id_c44ca42a ON public.followups_meetingtaskevent USING btree (done_by_id);



CREATE INDEX followups_meetingtaskevent_meeting_id_c6a44919 ON public.followups_meetingtaskevent USING btree (meeting_id);



CREATE INDEX followups_meetingtaskevent_pgh_context_id_635e083f ON public.followups_meetingtaskevent USING btree (pgh_context_id);



CREATE INDEX followups_meetingtaskevent_pgh_obj_id_d01bf316 ON public.followups_meetingtaskevent USING btree (pgh_obj_id);



CREATE INDEX followups_placementline_placement_id_3a11007a ON public.followups_placementline USING btree (placement_id);



CREATE INDEX followups_placementline_request_id_77457b7a ON public.followups_placementline USING btree (request_id);



CREATE INDEX followups_placementlineevent_pgh_context_id_bb4a51c0 ON public.followups_placementlineevent USING btree (pgh_context_id);



CREATE INDEX followups_placementlineevent_pgh_obj_id_b270deaf ON public.followups_placementlineevent USING btree (pgh_obj_id);



CREATE INDEX followups_placementlineevent_placement_id_7dbf18c1 ON public.followups_placementlineevent USING btree (placement_id);



CREATE INDEX followups_placementlineevent_request_id_9bd60d1c ON public.followups_placementlineevent USING btree (request_id);



CREATE INDEX followups_point_contract_id_1e5f7529 ON public.followups_point USING btree (contract_id);



CREATE INDEX followups_point_made_by_id_31be9e83 ON public.followups_point USING btree (made_by_id);



CREATE INDEX followups_point_organisation_id_137e36e8 ON public.followups_point USING btree (organisation_id);



CREATE INDEX followups_pointevent_contract_id_fa092c1c ON public.followups_pointevent USING btree (contract_id);



CREATE INDEX followups_pointevent_made_by_id_3a867eef ON public.followups_pointevent USING btree (made_by_id);



CREATE INDEX followups_pointevent_organisation_id_8e7476e4 ON public.followups_pointevent USING btree (organisation_id);



CREATE INDEX followups_pointevent_pgh_context_id_e5713a15 ON public.followups_pointevent USING btree (pgh_context_id);



CREATE INDEX followups_pointevent_pgh_obj_id_e53baf69 ON public.followups_pointevent USING btree (pgh_obj_id);



CREATE INDEX followups_reportevent_by_id_6974b582 ON public.followups_reportevent USING btree (by_id);



CREATE INDEX followups_reportevent_request_id_c6f13aac ON public.followups_reportevent USING btree (request_id);



CREATE INDEX followups_reporteventevent_by_id_7a6d841e ON public.followups_reporteventevent USING btree (by_id);



CREATE INDEX followups_reporteventevent_pgh_context_id_9dffc79c ON public.followups_reporteventevent USING btree (pgh_context_id);



CREATE INDEX followups_reporteventevent_pgh_obj_id_3c151f67 ON public.followups_reporteventevent USING btree (pgh_obj_id);



CREATE INDEX followups_reporteventevent_request_id_80229731 ON public.followups_reporteventevent USING btree (request_id);



CREATE INDEX followups_reportline_request_id_ad1075ca ON public.followups_reportline USING btree (request_id);



CREATE INDEX followups_reportline_requirement_id_21a682f6 ON public.followups_reportline USING btree (requirement_id);



CREATE INDEX followups_reportlineevent_pgh_context_id_1d8e3e48 ON public.followups_reportlineevent USING btree (pgh_context_id);



CREATE INDEX followups_reportlineevent_pgh_obj_id_d8952562 ON public.followups_reportlineevent USING btree (pgh_obj_id);



CREATE INDEX followups_reportlineevent_request_id_3c4da366 ON public.followups_reportlineevent USING btree (request_id);



CREATE INDEX followups_reportlineevent_requirement_id_b083da96 ON public.followups_reportlineevent USING btree (requirement_id);



CREATE INDEX followups_reportrequest_asked_by_id_cec5b49d ON public.followups_reportrequest USING btree (asked_by_id);



CREATE INDEX followups_reportrequest_contract_id_ab8681ad ON public.followups_reportrequest USING btree (contract_id);



CREATE INDEX followups_reportrequest_organisation_id_20c1dc37 ON public.followups_reportrequest USING btree (organisation_id);



CREATE INDEX followups_reportrequest_point_id_7f2ef062 ON public.followups_reportrequest USING btree (point_id);



CREATE INDEX followups_reportrequest_settled_by_id_ab38c4e1 ON public.followups_reportrequest USING btree (settled_by_id);



CREATE INDEX followups_reportrequest_supplier_id_e3bbceba ON public.followups_reportrequest USING btree (supplier_id);



CREATE INDEX followups_reportrequestevent_asked_by_id_17dd7e9a ON public.followups_reportrequestevent USING btree (asked_by_id);



CREATE INDEX followups_reportrequestevent_contract_id_1417e989 ON public.followups_reportrequestevent USING btree (contract_id);



CREATE INDEX followups_reportrequestevent_organisation_id_9d9e95d3 ON public.followups_reportrequestevent USING btree (organisation_id);



CREATE INDEX followups_reportrequestevent_pgh_context_id_0016b3b8 ON public.followups_reportrequestevent USING btree (pgh_context_id);



CREATE INDEX followups_reportrequestevent_pgh_obj_id_769f0e62 ON public.followups_reportrequestevent USING btree (pgh_obj_id);



CREATE INDEX followups_reportrequestevent_point_id_cc32f70c ON public.followups_reportrequestevent USING btree (point_id);



CREATE INDEX followups_reportrequestevent_settled_by_id_39b0aa92 ON public.followups_reportrequestevent USING btree (settled_by_id);



CREATE INDEX followups_reportrequestevent_supplier_id_48960448 ON public.followups_reportrequestevent USING btree (supplier_id);



CREATE INDEX followups_sample_drawn_by_id_fd040632 ON public.followups_sample USING btree (drawn_by_id);



CREATE INDEX followups_sample_organisation_id_b24ee451 ON public.followups_sample USING btree (organisation_id);



CREATE INDEX followups_sampleevent_drawn_by_id_3cd09fd5 ON public.followups_sampleevent USING btree (drawn_by_id);



CREATE INDEX followups_sampleevent_organisation_id_8bd70aa7 ON public.followups_sampleevent USING btree (organisation_id);



CREATE INDEX followups_sampleevent_pgh_context_id_0b9eb091 ON public.followups_sampleevent USING btree (pgh_context_id);



CREATE INDEX followups_sampleevent_pgh_obj_id_cd562564 ON public.followups_sampleevent USING btree (pgh_obj_id);



CREATE INDEX followups_sampleitem_contract_id_1173f739 ON public.followups_sampleitem USING btree (contract_id);



CREATE INDEX followups_sampleitem_organisation_id_c844d7eb ON public.followups_sampleitem USING btree (organisation_id);



CREATE INDEX followups_sampleitem_sample_id_69b7f9cb ON public.followups_sampleitem USING btree (sample_id);



CREATE INDEX followups_sampleitem_settled_by_id_dc8c1da5 ON public.followups_sampleitem USING btree (settled_by_id);



CREATE INDEX followups_sampleitemevent_contract_id_696b9d3a ON public.followups_sampleitemevent USING btree (contract_id);



CREATE INDEX followups_sampleitemevent_organisation_id_93737527 ON public.followups_sampleitemevent USING btree (organisation_id);



CREATE INDEX followups_sampleitemevent_pgh_context_id_197a43b3 ON public.followups_sampleitemevent USING btree (pgh_context_id);



CREATE INDEX followups_sampleitemevent_pgh_obj_id_2f25e901 ON public.followups_sampleitemevent USING btree (pgh_obj_id);



CREATE INDEX followups_sampleitemevent_sample_id_a8e49ebe ON public.followups_sampleitemevent USING btree (sample_id);



CREATE INDEX followups_sampleitemevent_settled_by_id_ccd2ade0 ON public.followups_sampleitemevent USING btree (settled_by_id);



CREATE INDEX followups_sanction_decided_by_id_03e904c2 ON public.followups_sanction USING btree (decided_by_id);



CREATE INDEX followups_sanction_deviation_id_a918a3f0 ON public.followups_sanction USING btree (deviation_id);



CREATE INDEX followups_sanction_made_by_id_a79f1fa6 ON public.followups_sanction USING btree (made_by_id);



CREATE INDEX followups_sanction_organisation_id_b31807ad ON public.followups_sanction USING btree (organisation_id);



CREATE INDEX followups_sanctionevent_decided_by_id_ce0fca34 ON public.followups_sanctionevent USING btree (decided_by_id);



CREATE INDEX followups_sanctionevent_deviation_id_64dcb2b3 ON public.followups_sanctionevent USING btree (deviation_id);



CREATE INDEX followups_sanctionevent_made_by_id_c3285194 ON public.followups_sanctionevent USING btree (made_by_id);



CREATE INDEX followups_sanctionevent_organisation_id_e3dd27b6 ON public.followups_sanctionevent USING btree (organisation_id);



CREATE INDEX followups_sanctionevent_pgh_context_id_9d11fac2 ON public.followups_sanctionevent USING btree (pgh_context_id);



CREATE INDEX followups_sanctionevent_pgh_obj_id_5f64fc49 ON public.followups_sanctionevent USING btree (pgh_obj_id);



CREATE INDEX goal_open ON public.actionplans_goal USING btree (organisation_id, due_on) WHERE (done_on IS NULL);



CREATE UNIQUE INDEX guideline_one_from_a_day ON public.procurements_guidelineversion USING btree (organisation_id, valid_from) WHERE (decided_on IS NOT NULL);



CREATE INDEX import_row_by_status ON public.interchange_importrow USING btree (batch_id, status, id);



CREATE INDEX interchange_columnmapping_organisation_id_18cc28f1 ON public.interchange_columnmapping USING btree (organisation_id);



CREATE INDEX interchange_columnmappingevent_organisation_id_a9c4bebb ON public.interchange_columnmappingevent USING btree (organisation_id);



CREATE INDEX interchange_columnmappingevent_pgh_context_id_ea06e7ef ON public.interchange_columnmappingevent USING btree (pgh_context_id);



CREATE INDEX interchange_columnmappingevent_pgh_obj_id_e20e35d2 ON public.interchange_columnmappingevent USING btree (pgh_obj_id);



CREATE INDEX interchange_importbatch_created_by_id_8a621293 ON public.interchange_importbatch USING btree (created_by_id);



CREATE INDEX interchange_importbatch_organisation_id_2ba68400 ON public.interchange_importbatch USING btree (organisation_id);



CREATE INDEX interchange_importbatch_undone_by_id_3765dc9d ON public.interchange_importbatch USING btree (undone_by_id);



CREATE INDEX interchange_importbatchevent_created_by_id_4fb08f64 ON public.interchange_importbatchevent USING btree (created_by_id);



CREATE INDEX interchange_importbatchevent_organisation_id_24dc7cac ON public.interchange_importbatchevent USING btree (organisation_id);



CREATE INDEX interchange_importbatchevent_pgh_context_id_beb626c1 ON public.interchange_importbatchevent USING btree (pgh_context_id);



CREATE INDEX interchange_importbatchevent_pgh_obj_id_2e221f1e ON public.interchange_importbatchevent USING btree (pgh_obj_id);



CREATE INDEX interchange_importbatchevent_undone_by_id_4fbda6ad ON public.interchange_importbatchevent USING btree (undone_by_id);



CREATE INDEX interchange_importchange_batch_id_d338b0ee ON public.interchange_importchange USING btree (batch_id);



CREATE INDEX interchange_importchangeevent_batch_id_e9678f25 ON public.interchange_importchangeevent USING btree (batch_id);



CREATE INDEX interchange_importchangeevent_pgh_context_id_36de63ec ON public.interchange_importchangeevent USING btree (pgh_context_id);



CREATE INDEX interchange_importchangeevent_pgh_obj_id_cf5820c9 ON public.interchange_importchangeevent USING btree (pgh_obj_id);



CREATE INDEX interchange_importrow_batch_id_dd135321 ON public.interchange_importrow USING btree (batch_id);



CREATE INDEX interchange_importrowevent_batch_id_e98574f8 ON public.interchange_importrowevent USING btree (batch_id);



CREATE INDEX interchange_importrowevent_pgh_context_id_aabaa21f ON public.interchange_importrowevent USING btree (pgh_context_id);



CREATE INDEX interchange_importrowevent_pgh_obj_id_c2ac231b ON public.interchange_importrowevent USING btree (pgh_obj_id);



CREATE UNIQUE INDEX invitation_open_once ON public.accounts_invitation USING btree (email, organisation_id, department_id, role) NULLS NOT DISTINCT WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));



CREATE INDEX mbl_agreementdepartment_agreement_id_6b716cea ON public.mbl_agreementdepartment USING btree (agreement_id);



CREATE INDEX mbl_agreementdepartment_department_id_ade140d1 ON public.mbl_agreementdepartment USING btree (department_id);



CREATE INDEX mbl_agreementdepartmentevent_agreement_id_9b995add ON public.mbl_agreementdepartmentevent USING btree (agreement_id);



CREATE INDEX mbl_agreementdepartmentevent_department_id_ce665e22 ON public.mbl_agreementdepartmentevent USING btree (department_id);



CREATE INDEX mbl_agreementdepartmentevent_pgh_context_id_29c4bb32 ON public.mbl_agreementdepartmentevent USING btree (pgh_context_id);



CREATE INDEX mbl_agreementdepartmentevent_pgh_obj_id_84125b84 ON public.mbl_agreementdepartmentevent USING btree (pgh_obj_id);



CREATE INDEX mbl_agreementunion_agreement_id_4c62c26d ON public.mbl_agreementunion USING btree (agreement_id);



CREATE INDEX mbl_agreementunion_union_id_9a26cb42 ON public.mbl_agreementunion USING btree (union_id);



CREATE INDEX mbl_agreementunionevent_agreement_id_a7fe8fd2 ON public.mbl_agreementunionevent USING btree (agreement_id);



CREATE INDEX mbl_agreementunionevent_pgh_context_id_cf645f21 ON public.mbl_agreementunionevent USING btree (pgh_context_id);



CREATE INDEX mbl_agreementunionevent_pgh_obj_id_ca98c9a9 ON public.mbl_agreementunionevent USING btree (pgh_obj_id);



CREATE INDEX mbl_agreementunionevent_union_id_573df228 ON public.mbl_agreementunionevent USING btree (union_id);



CREATE INDEX mbl_answer_answered_by_id_59fb0867 ON public.mbl_answer USING btree (answered_by_id);



CREATE INDEX mbl_answer_assessment_id_79ff2a31 ON public.mbl_answer USING btree (assessment_id);



CREATE INDEX mbl_answerevent_answered_by_id_3c4d34df ON public.mbl_answerevent USING btree (answered_by_id);



CREATE INDEX mbl_answerevent_assessment_id_79c447a6 ON public.mbl_answerevent USING btree (assessment_id);



CREATE INDEX mbl_answerevent_pgh_context_id_4f60f839 ON public.mbl_answerevent USING btree (pgh_context_id);



CREATE INDEX mbl_answerevent_pgh_obj_id_0d07b0d9 ON public.mbl_answerevent USING btree (pgh_obj_id);



CREATE INDEX mbl_assessment_decided_by_id_d9b11a4c ON public.mbl_assessment USING btree (decided_by_id);



CREATE INDEX mbl_assessment_department_id_55bed08c ON public.mbl_assessment USING btree (department_id);



CREATE INDEX mbl_assessment_organisation_id_6f070cbf ON public.mbl_assessment USING btree (organisation_id);



CREATE INDEX mbl_assessment_procurement_id_abd29297 ON public.mbl_assessment USING btree (procurement_id);



CREATE INDEX mbl_assessmentevent_decided_by_id_9e93bd24 ON public.mbl_assessmentevent USING btree (decided_by_id);



CREATE INDEX mbl_assessmentevent_department_id_71fc53f9 ON public.mbl_assessmentevent USING btree (department_id);



CREATE INDEX mbl_assessmentevent_organisation_id_425dbaa8 ON public.mbl_assessmentevent USING btree (organisation_id);



CREATE INDEX mbl_assessmentevent_pgh_context_id_c255982a ON public.mbl_assessmentevent USING btree (pgh_context_id);



CREATE INDEX mbl_assessmentevent_pgh_obj_id_273c1a22 ON public.mbl_assessmentevent USING btree (pgh_obj_id);



CREATE INDEX mbl_assessmentevent_procurement_id_29dcc1c5 ON public.mbl_assessmentevent USING btree (procurement_id);



CREATE INDEX mbl_blackout_department_id_78c400c7 ON public.mbl_blackout USING btree (department_id);



CREATE INDEX mbl_blackout_organisation_id_41244ec6 ON public.mbl_blackout USING btree (organisation_id);



CREATE INDEX mbl_blackout_union_id_c6cc08c0 ON public.mbl_blackout USING btree (union_id);



CREATE INDEX mbl_blackoutevent_department_id_3ea5ad8b ON public.mbl_blackoutevent USING btree (department_id);



CREATE INDEX mbl_blackoutevent_organisation_id_4b4959e0 ON public.mbl_blackoutevent USING btree (organisation_id);



CREATE INDEX mbl_blackoutevent_pgh_context_id_a7d5d043 ON public.mbl_blackoutevent USING btree (pgh_context_id);



CREATE INDEX mbl_blackoutevent_pgh_obj_id_756339bd ON public.mbl_blackoutevent USING btree (pgh_obj_id);



CREATE INDEX mbl_blackoutevent_union_id_087b65f0 ON public.mbl_blackoutevent USING btree (union_id);



CREATE INDEX mbl_checklisttemplate_created_by_id_00f2418f ON public.mbl_checklisttemplate USING btree (created_by_id);



CREATE INDEX mbl_checklisttemplate_organisation_id_1552a643 ON public.mbl_checklisttemplate USING btree (organisation_id);



CREATE INDEX mbl_checklisttemplateevent_created_by_id_62a83e2f ON public.mbl_checklisttemplateevent USING btree (created_by_id);



CREATE INDEX mbl_checklisttemplateevent_organisation_id_6d9fb9d7 ON public.mbl_checklisttemplateevent USING btree (organisation_id);



CREATE INDEX mbl_checklisttemplateevent_pgh_context_id_39d0e300 ON public.mbl_checklisttemplateevent USING btree (pgh_context_id);



CREATE INDEX mbl_checklisttemplateevent_pgh_obj_id_228c7b73 ON public.mbl_checklisttemplateevent USING btree (pgh_obj_id);



CREATE INDEX mbl_comment_by_id_2f6083c7 ON public.mbl_comment USING btree (by_id);



CREATE INDEX mbl_comment_consultation_id_69291893 ON public.mbl_comment USING btree (consultation_id);



CREATE INDEX mbl_commentevent_by_id_764245c6 ON public.mbl_commentevent USING btree (by_id);



CREATE INDEX mbl_commentevent_consultation_id_f8b9157f ON public.mbl_commentevent USING btree (consultation_id);



CREATE INDEX mbl_commentevent_pgh_context_id_72c507c5 ON public.mbl_commentevent USING btree (pgh_context_id);



CREATE INDEX mbl_commentevent_pgh_obj_id_299d1788 ON public.mbl_commentevent USING btree (pgh_obj_id);



CREATE INDEX mbl_consultation_agreement_id_3fc78ce9 ON public.mbl_consultation USING btree (agreement_id);



CREATE INDEX mbl_consultation_assessment_id_ed5b21f2 ON public.mbl_consultation USING btree (assessment_id);



CREATE INDEX mbl_consultation_department_id_ea59662a ON public.mbl_consultation USING btree (department_id);



CREATE INDEX mbl_consultation_minutes_approved_union_by_id_25234c25 ON public.mbl_consultation USING btree (minutes_approved_union_by_id);



CREATE INDEX mbl_consultation_organisation_id_63a0e6e5 ON public.mbl_consultation USING btree (organisation_id);



CREATE INDEX mbl_consultation_procurement_id_7cc70991 ON public.mbl_consultation USING btree (procurement_id);



CREATE INDEX mbl_consultation_supplier_id_6f3246f2 ON public.mbl_consultation USING btree (supplier_id);



CREATE INDEX mbl_consultation_template_id_d586ed65 ON public.mbl_consultation USING btree (template_id);



CREATE INDEX mbl_consultation_union_id_a4ae52ce ON public.mbl_consultation USING btree (union_id);



CREATE INDEX mbl_consultationevent_agreement_id_a5f14ae3 ON public.mbl_consultationevent USING btree (agreement_id);



CREATE INDEX mbl_consultationevent_assessment_id_762c5d7a ON public.mbl_consultationevent USING btree (assessment_id);



CREATE INDEX mbl_consultationevent_department_id_e8999265 ON public.mbl_consultationevent USING btree (department_id);



CREATE INDEX mbl_consultationevent_minutes_approved_union_by_id_b642f939 ON public.mbl_consultationevent USING btree (minutes_approved_union_by_id);



CREATE INDEX mbl_consultationevent_organisation_id_77c58509 ON public.mbl_consultationevent USING btree (organisation_id);



CREATE INDEX mbl_consultationevent_pgh_context_id_17e7bf11 ON public.mbl_consultationevent USING btree (pgh_context_id);



CREATE INDEX mbl_consultationevent_pgh_obj_id_69967b29 ON public.mbl_consultationevent USING btree (pgh_obj_id);



CREATE INDEX mbl_consultationevent_procurement_id_90209d56 ON public.mbl_consultationevent USING btree (procurement_id);



CREATE INDEX mbl_consultationevent_supplier_id_e8ede995 ON public.mbl_consultationevent USING btree (supplier_id);



CREATE INDEX mbl_consultationevent_template_id_1902717a ON public.mbl_consultationevent USING btree (template_id);



CREATE INDEX mbl_consultationevent_union_id_00375e64 ON public.mbl_consultationevent USING btree (union_id);



CREATE INDEX mbl_cooperationagreement_organisation_id_38c73fe5 ON public.mbl_cooperationagreement USING btree (organisation_id);



CREATE INDEX mbl_cooperationagreementevent_organisation_id_018599ed ON public.mbl_cooperationagreementevent USING btree (organisation_id);



CREATE INDEX mbl_cooperationagreementevent_pgh_context_id_af0afee7 ON public.mbl_cooperationagreementevent USING btree (pgh_context_id);



CREATE INDEX mbl_cooperationagreementevent_pgh_obj_id_01836c08 ON public.mbl_cooperationagreementevent USING btree (pgh_obj_id);



CREATE INDEX mbl_cooperationgroup_agreement_id_61283b36 ON public.mbl_cooperationgroup USING btree (agreement_id);



CREATE INDEX mbl_cooperationgroup_department_id_4d19adc6 ON public.mbl_cooperationgroup USING btree (department_id);



CREATE INDEX mbl_cooperationgroupevent_agreement_id_03f16ecd ON public.mbl_cooperationgroupevent USING btree (agreement_id);



CREATE INDEX mbl_cooperationgroupevent_department_id_af9f6ea6 ON public.mbl_cooperationgroupevent USING btree (department_id);



CREATE INDEX mbl_cooperationgroupevent_pgh_context_id_3408292d ON public.mbl_cooperationgroupevent USING btree (pgh_context_id);



CREATE INDEX mbl_cooperationgroupevent_pgh_obj_id_fea0ef5d ON public.mbl_cooperationgroupevent USING btree (pgh_obj_id);



CREATE INDEX mbl_document_consultation_id_1cab35e6 ON public.mbl_document USING btree (consultation_id);



CREATE INDEX mbl_document_uploaded_by_id_dd98b76a ON public.mbl_document USING btree (uploaded_by_id);



CREATE INDEX mbl_documentevent_consultation_id_1ef99544 ON public.mbl_documentevent USING btree (consultation_id);



CREATE INDEX mbl_documentevent_pgh_context_id_c584d1ad ON public.mbl_documentevent USING btree (pgh_context_id);



CREATE INDEX mbl_documentevent_pgh_obj_id_16234d29 ON public.mbl_documentevent USING btree (pgh_obj_id);



CREATE INDEX mbl_documentevent_uploaded_by_id_2292651a ON public.mbl_documentevent USING btree (uploaded_by_id);



CREATE INDEX mbl_groupmeeting_group_id_5bc9383c ON public.mbl_groupmeeting USING btree (group_id);



CREATE INDEX mbl_groupmeetingevent_group_id_344e51b4 ON public.mbl_groupmeetingevent USING btree (group_id);



CREATE INDEX mbl_groupmeetingevent_pgh_context_id_d3191a03 ON public.mbl_groupmeetingevent USING btree (pgh_context_id);



CREATE INDEX mbl_groupmeetingevent_pgh_obj_id_993251a7 ON public.mbl_groupmeetingevent USING btree (pgh_obj_id);



CREATE INDEX mbl_override_created_by_id_a87c2940 ON public.mbl_override USING btree (created_by_id);



CREATE INDEX mbl_override_department_id_90a07dcf ON public.mbl_override USING btree (department_id);



CREATE INDEX mbl_override_organisation_id_5ebceaf2 ON public.mbl_override USING btree (organisation_id);



CREATE INDEX mbl_override_procurement_id_09579a94 ON public.mbl_override USING btree (procurement_id);



CREATE INDEX mbl_overrideevent_created_by_id_1c6fdb88 ON public.mbl_overrideevent USING btree (created_by_id);



CREATE INDEX mbl_overrideevent_department_id_00037b3c ON public.mbl_overrideevent USING btree (department_id);



CREATE INDEX mbl_overrideevent_organisation_id_ec1269df ON public.mbl_overrideevent USING btree (organisation_id);



CREATE INDEX mbl_overrideevent_pgh_context_id_a513208c ON public.mbl_overrideevent USING btree (pgh_context_id);



CREATE INDEX mbl_overrideevent_pgh_obj_id_c4d1ba3d ON public.mbl_overrideevent USING btree (pgh_obj_id);



CREATE INDEX mbl_overrideevent_procurement_id_7c9a5d7e ON public.mbl_overrideevent USING btree (procurement_id);



CREATE INDEX mbl_planchange_assessment_id_92ce77d8 ON public.mbl_planchange USING btree (assessment_id);



CREATE INDEX mbl_planchange_seen_by_id_ae41a378 ON public.mbl_planchange USING btree (seen_by_id);



CREATE INDEX mbl_planchangeevent_assessment_id_81815127 ON public.mbl_planchangeevent USING btree (assessment_id);



CREATE INDEX mbl_planchangeevent_pgh_context_id_0802342d ON public.mbl_planchangeevent USING btree (pgh_context_id);



CREATE INDEX mbl_planchangeevent_pgh_obj_id_6395754a ON public.mbl_planchangeevent USING btree (pgh_obj_id);



CREATE INDEX mbl_planchangeevent_seen_by_id_e77198d0 ON public.mbl_planchangeevent USING btree (seen_by_id);



CREATE INDEX mbl_plansettingsevent_organisation_id_c0964b23 ON public.mbl_plansettingsevent USING btree (organisation_id);



CREATE INDEX mbl_plansettingsevent_pgh_context_id_c81bbba7 ON public.mbl_plansettingsevent USING btree (pgh_context_id);



CREATE INDEX mbl_plansettingsevent_pgh_obj_id_b5475a8e ON public.mbl_plansettingsevent USING btree (pgh_obj_id);



CREATE INDEX mbl_union_central_id_e4cb1169 ON public.mbl_union USING btree (central_id);



CREATE INDEX mbl_union_organisation_id_996e2496 ON public.mbl_union USING btree (organisation_id);



CREATE INDEX mbl_uniondepartment_department_id_b35b151b ON public.mbl_uniondepartment USING btree (department_id);



CREATE INDEX mbl_uniondepartment_union_id_affb092e ON public.mbl_uniondepartment USING btree (union_id);



CREATE INDEX mbl_uniondepartmentevent_department_id_48089218 ON public.mbl_uniondepartmentevent USING btree (department_id);



CREATE INDEX mbl_uniondepartmentevent_pgh_context_id_c1febc69 ON public.mbl_uniondepartmentevent USING btree (pgh_context_id);



CREATE INDEX mbl_uniondepartmentevent_pgh_obj_id_37a35497 ON public.mbl_uniondepartmentevent USING btree (pgh_obj_id);



CREATE INDEX mbl_uniondepartmentevent_union_id_3c20472f ON public.mbl_uniondepartmentevent USING btree (union_id);



CREATE INDEX mbl_unionevent_central_id_4cbf4bb1 ON public.mbl_unionevent USING btree (central_id);



CREATE INDEX mbl_unionevent_organisation_id_2b41b6d1 ON public.mbl_unionevent USING btree (organisation_id);



CREATE INDEX mbl_unionevent_pgh_context_id_9947d106 ON public.mbl_unionevent USING btree (pgh_context_id);



CREATE INDEX mbl_unionevent_pgh_obj_id_cb03a049 ON public.mbl_unionevent USING btree (pgh_obj_id);



CREATE INDEX mbl_unionrepresentative_union_id_baeefdce ON public.mbl_unionrepresentative USING btree (union_id);



CREATE INDEX mbl_unionrepresentative_user_id_2fb210ac ON public.mbl_unionrepresentative USING btree (user_id);



CREATE INDEX mbl_unionrepresentativeevent_pgh_context_id_e54ca8e5 ON public.mbl_unionrepresentativeevent USING btree (pgh_context_id);



CREATE INDEX mbl_unionrepresentativeevent_pgh_obj_id_1947b135 ON public.mbl_unionrepresentativeevent USING btree (pgh_obj_id);



CREATE INDEX mbl_unionrepresentativeevent_union_id_70254184 ON public.mbl_unionrepresentativeevent USING btree (union_id);



CREATE INDEX mbl_unionrepresentativeevent_user_id_595f4cfb ON public.mbl_unionrepresentativeevent USING btree (user_id);



CREATE INDEX mbl_veto_consultation_id_031799a7 ON public.mbl_veto USING btree (consultation_id);



CREATE INDEX mbl_veto_procurement_id_7c3e4b83 ON public.mbl_veto USING btree (procurement_id);



CREATE INDEX mbl_veto_supplier_id_7dab5a98 ON public.mbl_veto USING btree (supplier_id);



CREATE INDEX mbl_veto_union_id_700a11b5 ON public.mbl_veto USING btree (union_id);



CREATE INDEX mbl_vetoevent_consultation_id_030c8b2a ON public.mbl_vetoevent USING btree (consultation_id);



CREATE INDEX mbl_vetoevent_pgh_context_id_08f9dd2f ON public.mbl_vetoevent USING btree (pgh_context_id);



CREATE INDEX mbl_vetoevent_pgh_obj_id_d8f4f71e ON public.mbl_vetoevent USING btree (pgh_obj_id);



CREATE INDEX mbl_vetoevent_procurement_id_ff579801 ON public.mbl_vetoevent USING btree (procurement_id);



CREATE INDEX mbl_vetoevent_supplier_id_08fcd7bd ON public.mbl_vetoevent USING btree (supplier_id);



CREATE INDEX mbl_vetoevent_union_id_0fec396f ON public.mbl_vetoevent USING btree (union_id);



CREATE UNIQUE INDEX merge_once ON public.placements_participantmerge USING btree (merged_id) WHERE (undone_at IS NULL);



CREATE INDEX naming_decision_newest ON public.targets_namingdecision USING btree (organisation_id, decided_on DESC, id DESC);



CREATE INDEX offer_open_first ON public.placements_placeoffer USING btree (organisation_id, closed_on, from_on);



CREATE INDEX onboarding_onboarding_created_by_id_e29f655a ON public.onboarding_onboarding USING btree (created_by_id);



CREATE INDEX onboarding_onboarding_finished_by_id_d975fd46 ON public.onboarding_onboarding USING btree (finished_by_id);



CREATE INDEX onboarding_onboarding_responsible_id_8a5a911a ON public.onboarding_onboarding USING btree (responsible_id);



CREATE INDEX onboarding_onboardingevent_created_by_id_65a5ef77 ON public.onboarding_onboardingevent USING btree (created_by_id);



CREATE INDEX onboarding_onboardingevent_finished_by_id_67b1bfe1 ON public.onboarding_onboardingevent USING btree (finished_by_id);



CREATE INDEX onboarding_onboardingevent_organisation_id_f71c99fa ON public.onboarding_onboardingevent USING btree (organisation_id);



CREATE INDEX onboarding_onboardingevent_pgh_context_id_28ef965e ON public.onboarding_onboardingevent USING btree (pgh_context_id);



CREATE INDEX onboarding_onboardingevent_pgh_obj_id_0daeac77 ON public.onboarding_onboardingevent USING btree (pgh_obj_id);



CREATE INDEX onboarding_onboardingevent_responsible_id_491be00a ON public.onboarding_onboardingevent USING btree (responsible_id);



CREATE INDEX onboarding_onboardingstep_onboarding_id_9c43a5bf ON public.onboarding_onboardingstep USING btree (onboarding_id);



CREATE INDEX onboarding_onboardingstep_written_by_id_3d52692f ON public.onboarding_onboardingstep USING btree (written_by_id);



CREATE INDEX onboarding_onboardingstepevent_onboarding_id_9423da34 ON public.onboarding_onboardingstepevent USING btree (onboarding_id);



CREATE INDEX onboarding_onboardingstepevent_pgh_context_id_ce4caf5e ON public.onboarding_onboardingstepevent USING btree (pgh_context_id);



CREATE INDEX onboarding_onboardingstepevent_pgh_obj_id_483095e0 ON public.onboarding_onboardingstepevent USING btree (pgh_obj_id);



CREATE INDEX onboarding_onboardingstepevent_written_by_id_eb8d109e ON public.onboarding_onboardingstepevent USING btree (written_by_id);



CREATE INDEX outbox_mail_due ON public.reminders_outboxmail USING btree (due_at, id) WHERE ((state)::text = 'pending'::text);



CREATE INDEX outbox_mail_leased ON public.reminders_outboxmail USING btree (lease_until) WHERE ((state)::text = ANY ((ARRAY['claimed'::character varying, 'sending'::character varying])::text[]));



CREATE INDEX outbox_mail_of_organisation ON public.reminders_outboxmail USING btree (organisation_id, due_at DESC);



CREATE INDEX outbox_mail_of_person ON public.reminders_outboxmail USING btree (recipient_id, due_at DESC);



CREATE INDEX outbox_mail_uncertain ON public.reminders_outboxmail USING btree (uncertain_at) WHERE ((state)::text = 'uncertain'::text);



CREATE UNIQUE INDEX participant_case_reference_unique ON public.placements_participant USING btree (organisation_id, case_reference) WHERE (NOT ((case_reference)::text = ''::text));



CREATE UNIQUE INDEX pause_open_once ON public.placements_pause USING btree (placement_id) WHERE (to_on IS NULL);



CREATE INDEX placement_latest_start ON public.placements_placement USING btree (organisation_id, starts_on DESC NULLS LAST, id DESC);



CREATE INDEX placement_newest_first ON public.placements_placement USING btree (organisation_id, started_on DESC, id DESC);



CREATE INDEX placement_of_participant ON public.placements_placement USING btree (participant_id, started_on);



CREATE INDEX placement_of_years ON public.placements_placement USING btree (organisation_id, starts_on) INCLUDE (id, started_on, ended_on, participant_id, kind, state, contract_id) WHERE (undone_at IS NULL);



CREATE UNIQUE INDEX placement_once_per_start ON public.placements_placement USING btree (participant_id, COALESCE(contract_id, (0)::bigint), supplier_id, COALESCE(started_on, planned_start_on)) WHERE ((undone_at IS NULL) AND (NOT ((state)::text = ANY ((ARRAY['declined_by_candidate'::character varying, 'declined_by_supplier'::character varying, 'withdrawn'::character varying, 'no_show'::character varying])::text[]))));



CREATE INDEX placements_activity_contract_id_4cf0985a ON public.placements_activity USING btree (contract_id);



CREATE INDEX placements_activity_created_by_id_3219da49 ON public.placements_activity USING btree (created_by_id);



CREATE INDEX placements_activity_organisation_id_131061b4 ON public.placements_activity USING btree (organisation_id);



CREATE INDEX placements_activity_supplier_id_435eda73 ON public.placements_activity USING btree (supplier_id);



CREATE INDEX placements_activityevent_contract_id_e0e60a66 ON public.placements_activityevent USING btree (contract_id);



CREATE INDEX placements_activityevent_created_by_id_75643b96 ON public.placements_activityevent USING btree (created_by_id);



CREATE INDEX placements_activityevent_organisation_id_bcc7dac4 ON public.placements_activityevent USING btree (organisation_id);



CREATE INDEX placements_activityevent_pgh_context_id_346b560e ON public.placements_activityevent USING btree (pgh_context_id);



CREATE INDEX placements_activityevent_pgh_obj_id_29ff15e3 ON public.placements_activityevent USING btree (pgh_obj_id);



CREATE INDEX placements_activityevent_supplier_id_698ed543 ON public.placements_activityevent USING btree (supplier_id);



CREATE INDEX placements_consent_participant_id_f29bcd42 ON public.placements_consent USING btree (participant_id);



CREATE INDEX placements_consent_recorded_by_id_5e404e66 ON public.placements_consent USING btree (recorded_by_id);



CREATE INDEX placements_consent_supplier_id_9ac50cc5 ON public.placements_consent USING btree (supplier_id);



CREATE INDEX placements_consent_withdrawn_by_id_53887ae2 ON public.placements_consent USING btree (withdrawn_by_id);



CREATE INDEX placements_consentevent_participant_id_f289550d ON public.placements_consentevent USING btree (participant_id);



CREATE INDEX placements_consentevent_pgh_context_id_1adafc8f ON public.placements_consentevent USING btree (pgh_context_id);



CREATE INDEX placements_consentevent_pgh_obj_id_4de4cdaa ON public.placements_consentevent USING btree (pgh_obj_id);



CREATE INDEX placements_consentevent_recorded_by_id_aaedb01e ON public.placements_consentevent USING btree (recorded_by_id);



CREATE INDEX placements_consentevent_supplier_id_7175a782 ON public.placements_consentevent USING btree (supplier_id);



CREATE INDEX placements_consentevent_withdrawn_by_id_d92a378b ON public.placements_consentevent USING btree (withdrawn_by_id);



CREATE INDEX placements_credit_contract_id_74276a23 ON public.placements_credit USING btree (contract_id);



CREATE INDEX placements_credit_granted_by_id_8aa95083 ON public.placements_credit USING btree (granted_by_id);



CREATE INDEX placements_credit_organisation_id_dc5dc5a2 ON public.placements_credit USING btree (organisation_id);



CREATE INDEX placements_credit_requirement_id_1c825e4b ON public.placements_credit USING btree (requirement_id);



CREATE INDEX placements_credit_withdrawn_by_id_24dfe1db ON public.placements_credit USING btree (withdrawn_by_id);



CREATE INDEX placements_creditevent_contract_id_1d57739c ON public.placements_creditevent USING btree (contract_id);



CREATE INDEX placements_creditevent_granted_by_id_f3ab3840 ON public.placements_creditevent USING btree (granted_by_id);



CREATE INDEX placements_creditevent_organisation_id_07b04087 ON public.placements_creditevent USING btree (organisation_id);



CREATE INDEX placements_creditevent_pgh_context_id_26c19913 ON public.placements_creditevent USING btree (pgh_context_id);



CREATE INDEX placements_creditevent_pgh_obj_id_c54f8764 ON public.placements_creditevent USING btree (pgh_obj_id);



CREATE INDEX placements_creditevent_requirement_id_57dc2b7f ON public.placements_creditevent USING btree (requirement_id);



CREATE INDEX placements_creditevent_withdrawn_by_id_9945ee98 ON public.placements_creditevent USING btree (withdrawn_by_id);



CREATE INDEX placements_disclosure_consent_id_b5abc259 ON public.placements_disclosure USING btree (consent_id);



CREATE INDEX placements_disclosure_placement_id_323d766a ON public.placements_disclosure USING btree (placement_id);



CREATE INDEX placements_disclosure_recorded_by_id_72494155 ON public.placements_disclosure USING btree (recorded_by_id);



CREATE INDEX placements_disclosure_supplier_id_98a35164 ON public.placements_disclosure USING btree (supplier_id);



CREATE INDEX placements_disclosureevent_consent_id_aab8f98a ON public.placements_disclosureevent USING btree (consent_id);



CREATE INDEX placements_disclosureevent_pgh_context_id_772887be ON public.placements_disclosureevent USING btree (pgh_context_id);



CREATE INDEX placements_disclosureevent_pgh_obj_id_04b21d9b ON public.placements_disclosureevent USING btree (pgh_obj_id);



CREATE INDEX placements_disclosureevent_placement_id_b6e9e22f ON public.placements_disclosureevent USING btree (placement_id);



CREATE INDEX placements_disclosureevent_recorded_by_id_bcb7d3c2 ON public.placements_disclosureevent USING btree (recorded_by_id);



CREATE INDEX placements_disclosureevent_supplier_id_bbd419b5 ON public.placements_disclosureevent USING btree (supplier_id);



CREATE INDEX placements_followup_answered_by_id_3df32f9c ON public.placements_followup USING btree (answered_by_id);



CREATE INDEX placements_followup_placement_id_38a8cc52 ON public.placements_followup USING btree (placement_id);



CREATE INDEX placements_followupevent_answered_by_id_be321504 ON public.placements_followupevent USING btree (answered_by_id);



CREATE INDEX placements_followupevent_pgh_context_id_61b21963 ON public.placements_followupevent USING btree (pgh_context_id);



CREATE INDEX placements_followupevent_pgh_obj_id_03dbd3bb ON public.placements_followupevent USING btree (pgh_obj_id);



CREATE INDEX placements_followupevent_placement_id_1f305b44 ON public.placements_followupevent USING btree (placement_id);



CREATE INDEX placements_matchingsettingsevent_organisation_id_7210d3f1 ON public.placements_matchingsettingsevent USING btree (organisation_id);



CREATE INDEX placements_matchingsettingsevent_pgh_context_id_c69a713c ON public.placements_matchingsettingsevent USING btree (pgh_context_id);



CREATE INDEX placements_matchingsettingsevent_pgh_obj_id_63dd1cd4 ON public.placements_matchingsettingsevent USING btree (pgh_obj_id);



CREATE INDEX placements_participant_created_by_id_eb10cfaa ON public.placements_participant USING btree (created_by_id);



CREATE INDEX placements_participant_matcher_id_35819997 ON public.placements_participant USING btree (matcher_id);



CREATE INDEX placements_participant_merged_into_id_4d3b6daa ON public.placements_participant USING btree (merged_into_id);



CREATE INDEX placements_participant_organisation_id_950f7bc3 ON public.placements_participant USING btree (organisation_id);



CREATE INDEX placements_participant_target_group_id_99b0a1f1 ON public.placements_participant USING btree (target_group_id);



CREATE INDEX placements_participantevent_created_by_id_fe637a13 ON public.placements_participantevent USING btree (created_by_id);



CREATE INDEX placements_participantevent_matcher_id_658fa924 ON public.placements_participantevent USING btree (matcher_id);



CREATE INDEX placements_participantevent_merged_into_id_786f7d35 ON public.placements_participantevent USING btree (merged_into_id);



CREATE INDEX placements_participantevent_organisation_id_a9f3d766 ON public.placements_participantevent USING btree (organisation_id);



CREATE INDEX placements_participantevent_pgh_context_id_7b7e29bf ON public.placements_participantevent USING btree (pgh_context_id);



CREATE INDEX placements_participantevent_pgh_obj_id_da63e607 ON public.placements_participantevent USING btree (pgh_obj_id);



CREATE INDEX placements_participantevent_target_group_id_86374ca8 ON public.placements_participantevent USING btree (target_group_id);



CREATE INDEX placements_participantmerge_kept_id_adfe099f ON public.placements_participantmerge USING btree (kept_id);



CREATE INDEX placements_participantmerge_made_by_id_69c9fba6 ON public.placements_participantmerge USING btree (made_by_id);



CREATE INDEX placements_participantmerge_merged_id_159fdc48 ON public.placements_participantmerge USING btree (merged_id);



CREATE INDEX placements_participantmerge_organisation_id_f77d31b2 ON public.placements_participantmerge USING btree (organisation_id);



CREATE INDEX placements_participantmerge_undone_by_id_cf65205a ON public.placements_participantmerge USING btree (undone_by_id);



CREATE INDEX placements_participantmergeevent_kept_id_257f4454 ON public.placements_participantmergeevent USING btree (kept_id);



CREATE INDEX placements_participantmergeevent_made_by_id_d20cfcad ON public.placements_participantmergeevent USING btree (made_by_id);



CREATE INDEX placements_participantmergeevent_merged_id_2ee975d0 ON public.placements_participantmergeevent USING btree (merged_id);



CREATE INDEX placements_participantmergeevent_organisation_id_c02dfa1e ON public.placements_participantmergeevent USING btree (organisation_id);



CREATE INDEX placements_participantmergeevent_pgh_context_id_28ffe403 ON public.placements_participantmergeevent USING btree (pgh_context_id);



CREATE INDEX placements_participantmergeevent_pgh_obj_id_66f19519 ON public.placements_participantmergeevent USING btree (pgh_obj_id);



CREATE INDEX placements_participantmergeevent_undone_by_id_169cc509 ON public.placements_participantmergeevent USING btree (undone_by_id);



CREATE INDEX placements_pause_created_by_id_5f079a2f ON public.placements_pause USING btree (created_by_id);



CREATE INDEX placements_pause_placement_id_bc99c543 ON public.placements_pause USING btree (placement_id);



CREATE INDEX placements_pauseevent_created_by_id_63b453c1 ON public.placements_pauseevent USING btree (created_by_id);



CREATE INDEX placements_pauseevent_pgh_context_id_4d9d226e ON public.placements_pauseevent USING btree (pgh_context_id);



CREATE INDEX placements_pauseevent_pgh_obj_id_c70c28d2 ON public.placements_pauseevent USING btree (pgh_obj_id);



CREATE INDEX placements_pauseevent_placement_id_d7660fe4 ON public.placements_pauseevent USING btree (placement_id);



CREATE INDEX placements_placement_contract_id_d3dc2094 ON public.placements_placement USING btree (contract_id);



CREATE INDEX placements_placement_created_by_id_2ebac1ee ON public.placements_placement USING btree (created_by_id);



CREATE INDEX placements_placement_offer_id_595ca3ba ON public.placements_placement USING btree (offer_id);



CREATE INDEX placements_placement_organisation_id_85e31323 ON public.placements_placement USING btree (organisation_id);



CREATE INDEX placements_placement_participant_id_07219460 ON public.placements_placement USING btree (participant_id);



CREATE INDEX placements_placement_supplier_id_fb7ade44 ON public.placements_placement USING btree (supplier_id);



CREATE INDEX placements_placement_undone_by_id_ee9e1286 ON public.placements_placement USING btree (undone_by_id);



CREATE INDEX placements_placementevent_contract_id_78e270f1 ON public.placements_placementevent USING btree (contract_id);



CREATE INDEX placements_placementevent_created_by_id_854c12d5 ON public.placements_placementevent USING btree (created_by_id);



CREATE INDEX placements_placementevent_offer_id_01d1235d ON public.placements_placementevent USING btree (offer_id);



CREATE INDEX placements_placementevent_organisation_id_e388a0b6 ON public.placements_placementevent USING btree (organisation_id);



CREATE INDEX placements_placementevent_participant_id_d78cacbc ON public.placements_placementevent USING btree (participant_id);



CREATE INDEX placements_placementevent_pgh_context_id_761c22c7 ON public.placements_placementevent USING btree (pgh_context_id);



CREATE INDEX placements_placementevent_pgh_obj_id_3218e035 ON public.placements_placementevent USING btree (pgh_obj_id);



CREATE INDEX placements_placementevent_supplier_id_5f1e2cac ON public.placements_placementevent USING btree (supplier_id);



CREATE INDEX placements_placementevent_undone_by_id_a8c60381 ON public.placements_placementevent USING btree (undone_by_id);



CREATE INDEX placements_placeoffer_contract_id_8eac0414 ON public.placements_placeoffer USING btree (contract_id);



CREATE INDEX placements_placeoffer_created_by_id_9ed3f0b2 ON public.placements_placeoffer USING btree (created_by_id);



CREATE INDEX placements_placeoffer_organisation_id_2114b516 ON public.placements_placeoffer USING btree (organisation_id);



CREATE INDEX placements_placeoffer_supplier_id_8e1edd46 ON public.placements_placeoffer USING btree (supplier_id);



CREATE INDEX placements_placeofferevent_contract_id_e7e1dd8b ON public.placements_placeofferevent USING btree (contract_id);



CREATE INDEX placements_placeofferevent_created_by_id_d9a0bb0c ON public.placements_placeofferevent USING btree (created_by_id);



CREATE INDEX placements_placeofferevent_organisation_id_5c92d3e3 ON public.placements_placeofferevent USING btree (organisation_id);



CREATE INDEX placements_placeofferevent_pgh_context_id_98e6dc42 ON public.placements_placeofferevent USING btree (pgh_context_id);



CREATE INDEX placements_placeofferevent_pgh_obj_id_cc2eb5c4 ON public.placements_placeofferevent USING btree (pgh_obj_id);



CREATE INDEX placements_placeofferevent_supplier_id_c9a21105 ON public.placements_placeofferevent USING btree (supplier_id);



CREATE INDEX placements_purgeitem_participant_id_1475a3cc ON public.placements_purgeitem USING btree (participant_id);



CREATE INDEX placements_purgeitem_run_id_0448c6a8 ON public.placements_purgeitem USING btree (run_id);



CREATE INDEX placements_purgeitemevent_participant_id_d47d3a3d ON public.placements_purgeitemevent USING btree (participant_id);



CREATE INDEX placements_purgeitemevent_pgh_context_id_283deca8 ON public.placements_purgeitemevent USING btree (pgh_context_id);



CREATE INDEX placements_purgeitemevent_pgh_obj_id_fa9aa273 ON public.placements_purgeitemevent USING btree (pgh_obj_id);



CREATE INDEX placements_purgeitemevent_run_id_922859a5 ON public.placements_purgeitemevent USING btree (run_id);



CREATE INDEX placements_purgerun_approved_by_id_457214f4 ON public.placements_purgerun USING btree (approved_by_id);



CREATE INDEX placements_purgerun_made_by_id_ad6aaa26 ON public.placements_purgerun USING btree (made_by_id);



CREATE INDEX placements_purgerun_organisation_id_6d7ed0b0 ON public.placements_purgerun USING btree (organisation_id);



CREATE INDEX placements_purgerunevent_approved_by_id_dd590f24 ON public.placements_purgerunevent USING btree (approved_by_id);



CREATE INDEX placements_purgerunevent_made_by_id_cd5ef1f1 ON public.placements_purgerunevent USING btree (made_by_id);



CREATE INDEX placements_purgerunevent_organisation_id_744af0ca ON public.placements_purgerunevent USING btree (organisation_id);



CREATE INDEX placements_purgerunevent_pgh_context_id_e2c591f5 ON public.placements_purgerunevent USING btree (pgh_context_id);



CREATE INDEX placements_purgerunevent_pgh_obj_id_b721109c ON public.placements_purgerunevent USING btree (pgh_obj_id);



CREATE INDEX placements_retentionrule_organisation_id_17bb7c73 ON public.placements_retentionrule USING btree (organisation_id);



CREATE INDEX placements_retentionruleevent_organisation_id_61d8b960 ON public.placements_retentionruleevent USING btree (organisation_id);



CREATE INDEX placements_retentionruleevent_pgh_context_id_b484a2e2 ON public.placements_retentionruleevent USING btree (pgh_context_id);



CREATE INDEX placements_retentionruleevent_pgh_obj_id_6c88cb72 ON public.placements_retentionruleevent USING btree (pgh_obj_id);



CREATE INDEX placements_targetgroup_organisation_id_6b591fec ON public.placements_targetgroup USING btree (organisation_id);



CREATE INDEX placements_targetgroupevent_organisation_id_11d4e2ac ON public.placements_targetgroupevent USING btree (organisation_id);



CREATE INDEX placements_targetgroupevent_pgh_context_id_1325fbe9 ON public.placements_targetgroupevent USING btree (pgh_context_id);



CREATE INDEX placements_targetgroupevent_pgh_obj_id_e661f7a3 ON public.placements_targetgroupevent USING btree (pgh_obj_id);



CREATE INDEX placements_waiting_created_by_id_e726801e ON public.placements_waiting USING btree (created_by_id);



CREATE INDEX placements_waiting_participant_id_ceb4837f ON public.placements_waiting USING btree (participant_id);



CREATE INDEX placements_waitingevent_created_by_id_fb0cb0fb ON public.placements_waitingevent USING btree (created_by_id);



CREATE INDEX placements_waitingevent_participant_id_bf40900d ON public.placements_waitingevent USING btree (participant_id);



CREATE INDEX placements_waitingevent_pgh_context_id_43cf856b ON public.placements_waitingevent USING btree (pgh_context_id);



CREATE INDEX placements_waitingevent_pgh_obj_id_091ea8ac ON public.placements_waitingevent USING btree (pgh_obj_id);



CREATE INDEX point_due ON public.followups_point USING btree (organisation_id, due_on) WHERE ((state)::text = 'planned'::text);



CREATE UNIQUE INDEX procurement_case_number_unique ON public.procurements_procurement USING btree (organisation_id, case_number) WHERE (NOT ((case_number)::text = ''::text));



CREATE INDEX procurement_phase ON public.procurements_procurement USING btree (organisation_id, phase);



CREATE INDEX procurement_search ON public.procurements_procurement USING gin (search public.gin_trgm_ops);



CREATE UNIQUE INDEX procurement_source_id_unique ON public.procurements_procurement USING btree (organisation_id, source_id) WHERE (NOT ((source_id)::text = ''::text));



CREATE INDEX procurement_swedish_order ON public.procurements_procurement USING btree (organisation_id, sort_key, id);



CREATE INDEX procurements_clause_guideline_id_52aa1537 ON public.procurements_clause USING btree (guideline_id);



CREATE INDEX procurements_clauseevent_guideline_id_1a6d706a ON public.procurements_clauseevent USING btree (guideline_id);



CREATE INDEX procurements_clauseevent_pgh_context_id_7c68ac7a ON public.procurements_clauseevent USING btree (pgh_context_id);



CREATE INDEX procurements_clauseevent_pgh_obj_id_26c04256 ON public.procurements_clauseevent USING btree (pgh_obj_id);



CREATE INDEX procurements_contract_framework_id_566c63a1 ON public.procurements_contract USING btree (framework_id);



CREATE INDEX procurements_contract_lot_id_21e71d83 ON public.procurements_contract USING btree (lot_id);



CREATE INDEX procurements_contract_no_requirement_by_id_6fed3bf4 ON public.procurements_contract USING btree (no_requirement_by_id);



CREATE INDEX procurements_contract_organisation_id_3c386aec ON public.procurements_contract USING btree (organisation_id);



CREATE INDEX procurements_contract_procurement_id_47a00864 ON public.procurements_contract USING btree (procurement_id);



CREATE INDEX procurements_contractevent_framework_id_69c233d3 ON public.procurements_contractevent USING btree (framework_id);



CREATE INDEX procurements_contractevent_lot_id_e970ff21 ON public.procurements_contractevent USING btree (lot_id);



CREATE INDEX procurements_contractevent_no_requirement_by_id_9c4be641 ON public.procurements_contractevent USING btree (no_requirement_by_id);



CREATE INDEX procurements_contractevent_organisation_id_a379babd ON public.procurements_contractevent USING btree (organisation_id);



CREATE INDEX procurements_contractevent_pgh_context_id_75f3eb06 ON public.procurements_contractevent USING btree (pgh_context_id);



CREATE INDEX procurements_contractevent_pgh_obj_id_90db9031 ON public.procurements_contractevent USING btree (pgh_obj_id);



CREATE INDEX procurements_contractevent_procurement_id_7734ed93 ON public.procurements_contractevent USING btree (procurement_id);



CREATE INDEX procurements_contractsupplier_contract_id_077dfebc ON public.procurements_contractsupplier USING btree (contract_id);



CREATE INDEX procurements_contractsupplier_supplier_id_461efe28 ON public.procurements_contractsupplier USING btree (supplier_id);



CREATE INDEX procurements_contractsupplierevent_contract_id_d1d967ad ON public.procurements_contractsupplierevent USING btree (contract_id);



CREATE INDEX procurements_contractsupplierevent_pgh_context_id_5a433f13 ON public.procurements_contractsupplierevent USING btree (pgh_context_id);



CREATE INDEX procurements_contractsupplierevent_pgh_obj_id_8b0de2c7 ON public.procurements_contractsupplierevent USING btree (pgh_obj_id);



CREATE INDEX procurements_contractsupplierevent_supplier_id_f6ffa74c ON public.procurements_contractsupplierevent USING btree (supplier_id);



CREATE INDEX procurements_cpvcode_code_44b4851c_like ON public.procurements_cpvcode USING btree (code varchar_pattern_ops);



CREATE INDEX procurements_cpvcodeevent_pgh_context_id_e844968c ON public.procurements_cpvcodeevent USING btree (pgh_context_id);



CREATE INDEX procurements_cpvcodeevent_pgh_obj_id_45fcaf57 ON public.procurements_cpvcodeevent USING btree (pgh_obj_id);



CREATE INDEX procurements_cpvcodeevent_pgh_obj_id_45fcaf57_like ON public.procurements_cpvcodeevent USING btree (pgh_obj_id varchar_pattern_ops);



CREATE INDEX procurements_extensionoption_contract_id_ec0746b5 ON public.procurements_extensionoption USING btree (contract_id);



CREATE INDEX procurements_extensionoption_decided_by_id_71fd0e76 ON public.procurements_extensionoption USING btree (decided_by_id);



CREATE INDEX procurements_extensionoptionevent_contract_id_fa91e372 ON public.procurements_extensionoptionevent USING btree (contract_id);



CREATE INDEX procurements_extensionoptionevent_decided_by_id_d3445d49 ON public.procurements_extensionoptionevent USING btree (decided_by_id);



CREATE INDEX procurements_extensionoptionevent_pgh_context_id_edc3c7d5 ON public.procurements_extensionoptionevent USING btree (pgh_context_id);



CREATE INDEX procurements_extensionoptionevent_pgh_obj_id_291b20e7 ON public.procurements_extensionoptionevent USING btree (pgh_obj_id);



CREATE INDEX procurements_guidelineversion_organisation_id_c4d1b58b ON public.procurements_guidelineversion USING btree (organisation_id);



CREATE INDEX procurements_guidelineversionevent_organisation_id_12948675 ON public.procurements_guidelineversionevent USING btree (organisation_id);



CREATE INDEX procurements_guidelineversionevent_pgh_context_id_c68895db ON public.procurements_guidelineversionevent USING btree (pgh_context_id);



CREATE INDEX procurements_guidelineversionevent_pgh_obj_id_4500c3ad ON public.procurements_guidelineversionevent USING btree (pgh_obj_id);



CREATE INDEX procurements_lot_procurement_id_8c719387 ON public.procurements_lot USING btree (procurement_id);



CREATE INDEX procurements_lotevent_pgh_context_id_1911132c ON public.procurements_lotevent USING btree (pgh_context_id);



CREATE INDEX procurements_lotevent_pgh_obj_id_34d37bad ON public.procurements_lotevent USING btree (pgh_obj_id);



CREATE INDEX procurements_lotevent_procurement_id_b59127cd ON public.procurements_lotevent USING btree (procurement_id);



CREATE INDEX procurements_priorityanswers_answered_by_id_f07e163a ON public.procurements_priorityanswers USING btree (answered_by_id);



CREATE INDEX procurements_priorityanswersevent_answered_by_id_7c2dae06 ON public.procurements_priorityanswersevent USING btree (answered_by_id);



CREATE INDEX procurements_priorityanswersevent_pgh_context_id_0d63d24a ON public.procurements_priorityanswersevent USING btree (pgh_context_id);



CREATE INDEX procurements_priorityanswersevent_pgh_obj_id_93fca31b ON public.procurements_priorityanswersevent USING btree (pgh_obj_id);



CREATE INDEX procurements_priorityanswersevent_procurement_id_ce02a63d ON public.procurements_priorityanswersevent USING btree (procurement_id);



CREATE INDEX procurements_procurement_cpv_id_0b6f969b ON public.procurements_procurement USING btree (cpv_id);



CREATE INDEX procurements_procurement_cpv_id_0b6f969b_like ON public.procurements_procurement USING btree (cpv_id varchar_pattern_ops);



CREATE INDEX procurements_procurement_department_id_28e1357f ON public.procurements_procurement USING btree (department_id);



CREATE INDEX procurements_procurement_guideline_id_7ff4ccef ON public.procurements_procurement USING btree (guideline_id);



CREATE INDEX procurements_procurement_organisation_id_598b7782 ON public.procurements_procurement USING btree (organisation_id);



CREATE INDEX procurements_procurement_responsible_id_895ed923 ON public.procurements_procurement USING btree (responsible_id);



CREATE INDEX procurements_procurementevent_cpv_id_7fe9dbbd ON public.procurements_procurementevent USING btree (cpv_id);



CREATE INDEX procurements_procurementevent_cpv_id_7fe9dbbd_like ON public.procurements_procurementevent USING btree (cpv_id varchar_pattern_ops);



CREATE INDEX procurements_procurementevent_department_id_f0cd7499 ON public.procurements_procurementevent USING btree (department_id);



CREATE INDEX procurements_procurementevent_guideline_id_0af0fb54 ON public.procurements_procurementevent USING btree (guideline_id);



CREATE INDEX procurements_procurementevent_organisation_id_7b23663c ON public.procurements_procurementevent USING btree (organisation_id);



CREATE INDEX procurements_procurementevent_pgh_context_id_c4b9722d ON public.procurements_procurementevent USING btree (pgh_context_id);



CREATE INDEX procurements_procurementevent_pgh_obj_id_c0a3374d ON public.procurements_procurementevent USING btree (pgh_obj_id);



CREATE INDEX procurements_procurementevent_responsible_id_ed6f4cf8 ON public.procurements_procurementevent USING btree (responsible_id);



CREATE INDEX procurements_procurementparty_department_id_43b5d304 ON public.procurements_procurementparty USING btree (department_id);



CREATE INDEX procurements_procurementparty_organisation_id_6c5cfec6 ON public.procurements_procurementparty USING btree (organisation_id);



CREATE INDEX procurements_procurementparty_procurement_id_ca9bce4a ON public.procurements_procurementparty USING btree (procurement_id);



CREATE INDEX procurements_procurementpartyevent_department_id_012f2e5e ON public.procurements_procurementpartyevent USING btree (department_id);



CREATE INDEX procurements_procurementpartyevent_organisation_id_3cf572ff ON public.procurements_procurementpartyevent USING btree (organisation_id);



CREATE INDEX procurements_procurementpartyevent_pgh_context_id_75f3ff19 ON public.procurements_procurementpartyevent USING btree (pgh_context_id);



CREATE INDEX procurements_procurementpartyevent_pgh_obj_id_085dc838 ON public.procurements_procurementpartyevent USING btree (pgh_obj_id);



CREATE INDEX procurements_procurementpartyevent_procurement_id_72145d6c ON public.procurements_procurementpartyevent USING btree (procurement_id);



CREATE INDEX procurements_requirement_clause_id_fbddd167 ON public.procurements_requirement USING btree (clause_id);



CREATE INDEX procurements_requirement_contract_id_63fdd9f5 ON public.procurements_requirement USING btree (contract_id);



CREATE INDEX procurements_requirement_created_by_id_4236f08e ON public.procurements_requirement USING btree (created_by_id);



CREATE INDEX procurements_requirement_procurement_id_fb93b807 ON public.procurements_requirement USING btree (procurement_id);



CREATE INDEX procurements_requirement_source_id_4e7ea048 ON public.procurements_requirement USING btree (source_id);



CREATE INDEX procurements_requirementdecision_decided_by_id_321bb6da ON public.procurements_requirementdecision USING btree (decided_by_id);



CREATE INDEX procurements_requirementdecision_guideline_id_45919b02 ON public.procurements_requirementdecision USING btree (guideline_id);



CREATE INDEX procurements_requirementdecision_procurement_id_85c9a794 ON public.procurements_requirementdecision USING btree (procurement_id);



CREATE INDEX procurements_requirementdecisionevent_decided_by_id_46b99d46 ON public.procurements_requirementdecisionevent USING btree (decided_by_id);



CREATE INDEX procurements_requirementdecisionevent_guideline_id_1c4c5988 ON public.procurements_requirementdecisionevent USING btree (guideline_id);



CREATE INDEX procurements_requirementdecisionevent_pgh_context_id_dfc4f213 ON public.procurements_requirementdecisionevent USING btree (pgh_context_id);



CREATE INDEX procurements_requirementdecisionevent_pgh_obj_id_a8386095 ON public.procurements_requirementdecisionevent USING btree (pgh_obj_id);



CREATE INDEX procurements_requirementdecisionevent_procurement_id_1d60ca9f ON public.procurements_requirementdecisionevent USING btree (procurement_id);



CREATE INDEX procurements_requirementevent_clause_id_6ca43f9f ON public.procurements_requirementevent USING btree (clause_id);



CREATE INDEX procurements_requirementevent_contract_id_92e6241b ON public.procurements_requirementevent USING btree (contract_id);



CREATE INDEX procurements_requirementevent_created_by_id_f70ce7c3 ON public.procurements_requirementevent USING btree (created_by_id);



CREATE INDEX procurements_requirementevent_pgh_context_id_d73fcdba ON public.procurements_requirementevent USING btree (pgh_context_id);



CREATE INDEX procurements_requirementevent_pgh_obj_id_1f25b98f ON public.procurements_requirementevent USING btree (pgh_obj_id);



CREATE INDEX procurements_requirementevent_procurement_id_f647f553 ON public.procurements_requirementevent USING btree (procurement_id);



CREATE INDEX procurements_requirementevent_source_id_5fde9e8e ON public.procurements_requirementevent USING btree (source_id);



CREATE INDEX procurements_threshold_created_by_id_bc1dc85a ON public.procurements_threshold USING btree (created_by_id);



CREATE INDEX procurements_thresholdevent_created_by_id_791acf71 ON public.procurements_thresholdevent USING btree (created_by_id);



CREATE INDEX procurements_thresholdevent_pgh_context_id_1be82aa8 ON public.procurements_thresholdevent USING btree (pgh_context_id);



CREATE INDEX procurements_thresholdevent_pgh_obj_id_a00b017d ON public.procurements_thresholdevent USING btree (pgh_obj_id);



CREATE UNIQUE INDEX purge_one_at_a_time ON public.placements_purgerun USING btree (organisation_id) WHERE ((state)::text = 'proposed'::text);



CREATE INDEX reminder_of_context ON public.reminders_reminder USING btree (organisation_id, context_url, send_on DESC);



CREATE INDEX reminder_of_deadline ON public.reminders_reminder USING btree (organisation_id, deadline_key);



CREATE INDEX reminder_of_person ON public.reminders_reminder USING btree (recipient_id, send_on DESC);



CREATE INDEX reminder_planned ON public.reminders_reminder USING btree (organisation_id, recipient_id) WHERE ((state)::text = 'planned'::text);



CREATE INDEX reminders_bouncingaddress_cleared_by_id_1fb6f85c ON public.reminders_bouncingaddress USING btree (cleared_by_id);



CREATE INDEX reminders_bouncingaddressevent_cleared_by_id_771901c8 ON public.reminders_bouncingaddressevent USING btree (cleared_by_id);



CREATE INDEX reminders_bouncingaddressevent_pgh_context_id_5108ef2f ON public.reminders_bouncingaddressevent USING btree (pgh_context_id);



CREATE INDEX reminders_bouncingaddressevent_pgh_obj_id_95e0c0c5 ON public.reminders_bouncingaddressevent USING btree (pgh_obj_id);



CREATE INDEX reminders_calendarfeed_department_id_b5c99a7d ON public.reminders_calendarfeed USING btree (department_id);



CREATE INDEX reminders_calendarfeed_organisation_id_3c3b93f8 ON public.reminders_calendarfeed USING btree (organisation_id);



CREATE INDEX reminders_calendarfeed_user_id_6bb05440 ON public.reminders_calendarfeed USING btree (user_id);



CREATE INDEX reminders_calendarfeedevent_department_id_eab034ac ON public.reminders_calendarfeedevent USING btree (department_id);



CREATE INDEX reminders_calendarfeedevent_organisation_id_65af3bcb ON public.reminders_calendarfeedevent USING btree (organisation_id);



CREATE INDEX reminders_calendarfeedevent_pgh_context_id_10faba24 ON public.reminders_calendarfeedevent USING btree (pgh_context_id);



CREATE INDEX reminders_calendarfeedevent_pgh_obj_id_71ce668e ON public.reminders_calendarfeedevent USING btree (pgh_obj_id);



CREATE INDEX reminders_calendarfeedevent_user_id_d467aa40 ON public.reminders_calendarfeedevent USING btree (user_id);



CREATE INDEX reminders_deadlinenote_created_by_id_da5d9eab ON public.reminders_deadlinenote USING btree (created_by_id);



CREATE INDEX reminders_deadlinenote_department_id_56cea8fb ON public.reminders_deadlinenote USING btree (department_id);



CREATE INDEX reminders_deadlinenote_organisation_id_28c13e33 ON public.reminders_deadlinenote USING btree (organisation_id);



CREATE INDEX reminders_deadlinenote_undone_by_id_e22ec261 ON public.reminders_deadlinenote USING btree (undone_by_id);



CREATE INDEX reminders_deadlinenoteevent_created_by_id_1173140e ON public.reminders_deadlinenoteevent USING btree (created_by_id);



CREATE INDEX reminders_deadlinenoteevent_department_id_196e387f ON public.reminders_deadlinenoteevent USING btree (department_id);



CREATE INDEX reminders_deadlinenoteevent_organisation_id_e10b8669 ON public.reminders_deadlinenoteevent USING btree (organisation_id);



CREATE INDEX reminders_deadlinenoteevent_pgh_context_id_85087f67 ON public.reminders_deadlinenoteevent USING btree (pgh_context_id);



CREATE INDEX reminders_deadlinenoteevent_pgh_obj_id_eca6ce75 ON public.reminders_deadlinenoteevent USING btree (pgh_obj_id);



CREATE INDEX reminders_deadlinenoteevent_undone_by_id_e6ab52d7 ON public.reminders_deadlinenoteevent USING btree (undone_by_id);



CREATE INDEX reminders_deliveryevent_by_id_7f3134a0 ON public.reminders_deliveryevent USING btree (by_id);



CREATE INDEX reminders_deliveryevent_mail_id_78af738a ON public.reminders_deliveryevent USING btree (mail_id);



CREATE INDEX reminders_deliveryeventevent_pgh_context_id_cdee63b3 ON public.reminders_deliveryeventevent USING btree (pgh_context_id);



CREATE INDEX reminders_deliveryeventevent_pgh_obj_id_d3352416 ON public.reminders_deliveryeventevent USING btree (pgh_obj_id);



CREATE INDEX reminders_noticechoice_organisation_id_6ace6e72 ON public.reminders_noticechoice USING btree (organisation_id);



CREATE INDEX reminders_noticechoice_user_id_94652d83 ON public.reminders_noticechoice USING btree (user_id);



CREATE INDEX reminders_noticechoiceevent_organisation_id_e9cf3f4a ON public.reminders_noticechoiceevent USING btree (organisation_id);



CREATE INDEX reminders_noticechoiceevent_pgh_context_id_adeb9c37 ON public.reminders_noticechoiceevent USING btree (pgh_context_id);



CREATE INDEX reminders_noticechoiceevent_pgh_obj_id_5506a253 ON public.reminders_noticechoiceevent USING btree (pgh_obj_id);



CREATE INDEX reminders_noticechoiceevent_user_id_9459fd12 ON public.reminders_noticechoiceevent USING btree (user_id);



CREATE INDEX reminders_outboxmail_created_by_id_209a5891 ON public.reminders_outboxmail USING btree (created_by_id);



CREATE INDEX reminders_outboxmail_message_id_6935fdb2_like ON public.reminders_outboxmail USING btree (message_id varchar_pattern_ops);



CREATE INDEX reminders_outboxmail_organisation_id_a0bc5a10 ON public.reminders_outboxmail USING btree (organisation_id);



CREATE INDEX reminders_outboxmail_recipient_id_8ff783f6 ON public.reminders_outboxmail USING btree (recipient_id);



CREATE INDEX reminders_outboxmail_slot_f74b8251_like ON public.reminders_outboxmail USING btree (slot varchar_pattern_ops);



CREATE INDEX reminders_outboxmailevent_created_by_id_4d5bba79 ON public.reminders_outboxmailevent USING btree (created_by_id);



CREATE INDEX reminders_outboxmailevent_organisation_id_ab70a74f ON public.reminders_outboxmailevent USING btree (organisation_id);



CREATE INDEX reminders_outboxmailevent_pgh_context_id_c5b313a2 ON public.reminders_outboxmailevent USING btree (pgh_context_id);



CREATE INDEX reminders_outboxmailevent_pgh_obj_id_7581408e ON public.reminders_outboxmailevent USING btree (pgh_obj_id);



CREATE INDEX reminders_outboxmailevent_recipient_id_6024aad3 ON public.reminders_outboxmailevent USING btree (recipient_id);



CREATE INDEX reminders_pulseevent_pgh_context_id_7a4db018 ON public.reminders_pulseevent USING btree (pgh_context_id);



CREATE INDEX reminders_pulseevent_pgh_obj_id_3b75c081 ON public.reminders_pulseevent USING btree (pgh_obj_id);



CREATE INDEX reminders_reminder_department_id_697a6cc8 ON public.reminders_reminder USING btree (department_id);



CREATE INDEX reminders_reminder_mail_id_4ff948f3 ON public.reminders_reminder USING btree (mail_id);



CREATE INDEX reminders_reminder_organisation_id_545565ee ON public.reminders_reminder USING btree (organisation_id);



CREATE INDEX reminders_reminder_recipient_id_c7b2d7b0 ON public.reminders_reminder USING btree (recipient_id);



CREATE INDEX reminders_reminderevent_department_id_a315b4ae ON public.reminders_reminderevent USING btree (department_id);



CREATE INDEX reminders_reminderevent_organisation_id_8a0d3881 ON public.reminders_reminderevent USING btree (organisation_id);



CREATE INDEX reminders_reminderevent_pgh_context_id_802f0e50 ON public.reminders_reminderevent USING btree (pgh_context_id);



CREATE INDEX reminders_reminderevent_pgh_obj_id_abd067be ON public.reminders_reminderevent USING btree (pgh_obj_id);



CREATE INDEX reminders_reminderevent_recipient_id_07da1cc5 ON public.reminders_reminderevent USING btree (recipient_id);



CREATE INDEX reminders_reminderrule_organisation_id_05ea0aca ON public.reminders_reminderrule USING btree (organisation_id);



CREATE INDEX reminders_reminderruleevent_organisation_id_4ce0e14a ON public.reminders_reminderruleevent USING btree (organisation_id);



CREATE INDEX reminders_reminderruleevent_pgh_context_id_6789f45b ON public.reminders_reminderruleevent USING btree (pgh_context_id);



CREATE INDEX reminders_reminderruleevent_pgh_obj_id_00e5415b ON public.reminders_reminderruleevent USING btree (pgh_obj_id);



CREATE INDEX reminders_remindersettingsevent_organisation_id_ec402187 ON public.reminders_remindersettingsevent USING btree (organisation_id);



CREATE INDEX reminders_remindersettingsevent_pgh_context_id_cf0b11d0 ON public.reminders_remindersettingsevent USING btree (pgh_context_id);



CREATE INDEX reminders_remindersettingsevent_pgh_obj_id_801e3959 ON public.reminders_remindersettingsevent USING btree (pgh_obj_id);



CREATE INDEX report_by_state ON public.followups_reportrequest USING btree (organisation_id, state, due_on DESC);



CREATE INDEX report_open ON public.followups_reportrequest USING btree (organisation_id, due_on) WHERE ((state)::text = ANY ((ARRAY['asked'::character varying, 'started'::character varying, 'more_asked'::character varying])::text[]));



CREATE UNIQUE INDEX report_request_once ON public.followups_reportrequest USING btree (contract_id, supplier_id, kind, due_on) WHERE (NOT ((state)::text = 'withdrawn'::text));



CREATE UNIQUE INDEX requirement_once_per_procurement ON public.procurements_requirement USING btree (procurement_id, kind, model) WHERE (contract_id IS NULL);



CREATE INDEX result_letter_of_batch ON public.targets_resultletter USING btree (batch);



CREATE UNIQUE INDEX sanction_one_at_a_time ON public.followups_sanction USING btree (deviation_id) WHERE ((state)::text = 'proposed'::text);



CREATE INDEX seminar_by_state ON public.actionplans_seminar USING btree (organisation_id, state, starts_at);



CREATE UNIQUE INDEX supplier_alias_once ON public.suppliers_supplieralias USING btree (lower((name)::text), supplier_id);



CREATE INDEX supplier_alias_search ON public.suppliers_supplieralias USING gin (search public.gin_trgm_ops);



CREATE INDEX supplier_search ON public.suppliers_supplier USING gin (search public.gin_trgm_ops);



CREATE INDEX supplier_swedish_order ON public.suppliers_supplier USING btree (sort_key, id);



CREATE INDEX suppliers_supplier_org_number_76528018_like ON public.suppliers_supplier USING btree (org_number varchar_pattern_ops);



CREATE INDEX suppliers_supplieralias_supplier_id_08d77585 ON public.suppliers_supplieralias USING btree (supplier_id);



CREATE INDEX suppliers_supplieraliasevent_pgh_context_id_48dc8a4b ON public.suppliers_supplieraliasevent USING btree (pgh_context_id);



CREATE INDEX suppliers_supplieraliasevent_pgh_obj_id_b685fbf9 ON public.suppliers_supplieraliasevent USING btree (pgh_obj_id);



CREATE INDEX suppliers_supplieraliasevent_supplier_id_b7332a06 ON public.suppliers_supplieraliasevent USING btree (supplier_id);



CREATE INDEX suppliers_suppliercontact_organisation_id_e3dab52b ON public.suppliers_suppliercontact USING btree (organisation_id);



CREATE INDEX suppliers_suppliercontact_supplier_id_c83bd7d8 ON public.suppliers_suppliercontact USING btree (supplier_id);



CREATE INDEX suppliers_suppliercontactevent_organisation_id_5dd92242 ON public.suppliers_suppliercontactevent USING btree (organisation_id);



CREATE INDEX suppliers_suppliercontactevent_pgh_context_id_933a8334 ON public.suppliers_suppliercontactevent USING btree (pgh_context_id);



CREATE INDEX suppliers_suppliercontactevent_pgh_obj_id_be135ba1 ON public.suppliers_suppliercontactevent USING btree (pgh_obj_id);



CREATE INDEX suppliers_suppliercontactevent_supplier_id_40c88e6f ON public.suppliers_suppliercontactevent USING btree (supplier_id);



CREATE INDEX suppliers_supplierevent_pgh_context_id_9a839d83 ON public.suppliers_supplierevent USING btree (pgh_context_id);



CREATE INDEX suppliers_supplierevent_pgh_obj_id_30a454a0 ON public.suppliers_supplierevent USING btree (pgh_obj_id);



CREATE INDEX targets_chartcomment_created_by_id_988f9301 ON public.targets_chartcomment USING btree (created_by_id);



CREATE INDEX targets_chartcomment_organisation_id_32b316a0 ON public.targets_chartcomment USING btree (organisation_id);



CREATE INDEX targets_chartcomment_undone_by_id_9bde818c ON public.targets_chartcomment USING btree (undone_by_id);



CREATE INDEX targets_chartcommentevent_created_by_id_f546398d ON public.targets_chartcommentevent USING btree (created_by_id);



CREATE INDEX targets_chartcommentevent_organisation_id_273ae2a9 ON public.targets_chartcommentevent USING btree (organisation_id);



CREATE INDEX targets_chartcommentevent_pgh_context_id_67d551eb ON public.targets_chartcommentevent USING btree (pgh_context_id);



CREATE INDEX targets_chartcommentevent_pgh_obj_id_f8f7ffa6 ON public.targets_chartcommentevent USING btree (pgh_obj_id);



CREATE INDEX targets_chartcommentevent_undone_by_id_3502bf45 ON public.targets_chartcommentevent USING btree (undone_by_id);



CREATE INDEX targets_lettermail_contact_id_81dcf6cf ON public.targets_lettermail USING btree (contact_id);



CREATE INDEX targets_lettermail_letter_id_e83e3519 ON public.targets_lettermail USING btree (letter_id);



CREATE INDEX targets_lettermail_organisation_id_f2a641ea ON public.targets_lettermail USING btree (organisation_id);



CREATE INDEX targets_lettermail_person_id_9039431c ON public.targets_lettermail USING btree (person_id);



CREATE INDEX targets_lettermail_sent_by_id_3cb146cf ON public.targets_lettermail USING btree (sent_by_id);



CREATE INDEX targets_lettermailevent_contact_id_a00f7182 ON public.targets_lettermailevent USING btree (contact_id);



CREATE INDEX targets_lettermailevent_letter_id_ba43b80d ON public.targets_lettermailevent USING btree (letter_id);



CREATE INDEX targets_lettermailevent_organisation_id_2823fb2d ON public.targets_lettermailevent USING btree (organisation_id);



CREATE INDEX targets_lettermailevent_person_id_57d51822 ON public.targets_lettermailevent USING btree (person_id);



CREATE INDEX targets_lettermailevent_pgh_context_id_d1f86cbc ON public.targets_lettermailevent USING btree (pgh_context_id);



CREATE INDEX targets_lettermailevent_pgh_obj_id_9db11811 ON public.targets_lettermailevent USING btree (pgh_obj_id);



CREATE INDEX targets_lettermailevent_sent_by_id_8ca61eb6 ON public.targets_lettermailevent USING btree (sent_by_id);



CREATE INDEX targets_namingdecision_created_by_id_1d70bf71 ON public.targets_namingdecision USING btree (created_by_id);



CREATE INDEX targets_namingdecision_organisation_id_857acdd0 ON public.targets_namingdecision USING btree (organisation_id);



CREATE INDEX targets_namingdecisionevent_created_by_id_c063f100 ON public.targets_namingdecisionevent USING btree (created_by_id);



CREATE INDEX targets_namingdecisionevent_organisation_id_c7dccf3a ON public.targets_namingdecisionevent USING btree (organisation_id);



CREATE INDEX targets_namingdecisionevent_pgh_context_id_b8ab01f5 ON public.targets_namingdecisionevent USING btree (pgh_context_id);



CREATE INDEX targets_namingdecisionevent_pgh_obj_id_4ed3b4e0 ON public.targets_namingdecisionevent USING btree (pgh_obj_id);



CREATE INDEX targets_publishedyear_organisation_id_0c2777cf ON public.targets_publishedyear USING btree (organisation_id);



CREATE INDEX targets_publishedyear_published_by_id_71dee85d ON public.targets_publishedyear USING btree (published_by_id);



CREATE INDEX targets_publishedyearevent_organisation_id_0d6b2d68 ON public.targets_publishedyearevent USING btree (organisation_id);



CREATE INDEX targets_publishedyearevent_pgh_context_id_39d4018b ON public.targets_publishedyearevent USING btree (pgh_context_id);



CREATE INDEX targets_publishedyearevent_pgh_obj_id_56e095f7 ON public.targets_publishedyearevent USING btree (pgh_obj_id);



CREATE INDEX targets_publishedyearevent_published_by_id_0457f4ba ON public.targets_publishedyearevent USING btree (published_by_id);



CREATE INDEX targets_resultletter_department_id_8ed71d58 ON public.targets_resultletter USING btree (department_id);



CREATE INDEX targets_resultletter_made_by_id_c81eed81 ON public.targets_resultletter USING btree (made_by_id);



CREATE INDEX targets_resultletter_organisation_id_3e7027b7 ON public.targets_resultletter USING btree (organisation_id);



CREATE INDEX targets_resultletter_snapshot_id_290d3fdb ON public.targets_resultletter USING btree (snapshot_id);



CREATE INDEX targets_resultletter_supplier_id_7af1064b ON public.targets_resultletter USING btree (supplier_id);



CREATE INDEX targets_resultletterevent_department_id_ffc6bc52 ON public.targets_resultletterevent USING btree (department_id);



CREATE INDEX targets_resultletterevent_made_by_id_3e17a568 ON public.targets_resultletterevent USING btree (made_by_id);



CREATE INDEX targets_resultletterevent_organisation_id_db582079 ON public.targets_resultletterevent USING btree (organisation_id);



CREATE INDEX targets_resultletterevent_pgh_context_id_feb37bdd ON public.targets_resultletterevent USING btree (pgh_context_id);



CREATE INDEX targets_resultletterevent_pgh_obj_id_46ee98d3 ON public.targets_resultletterevent USING btree (pgh_obj_id);



CREATE INDEX targets_resultletterevent_snapshot_id_9e93910d ON public.targets_resultletterevent USING btree (snapshot_id);



CREATE INDEX targets_resultletterevent_supplier_id_61405a1d ON public.targets_resultletterevent USING btree (supplier_id);



CREATE INDEX targets_sharelink_created_by_id_f211f453 ON public.targets_sharelink USING btree (created_by_id);



CREATE INDEX targets_sharelink_organisation_id_43c35fb1 ON public.targets_sharelink USING btree (organisation_id);



CREATE INDEX targets_sharelink_revoked_by_id_c160ee4a ON public.targets_sharelink USING btree (revoked_by_id);



CREATE INDEX targets_sharelink_snapshot_id_1c577867 ON public.targets_sharelink USING btree (snapshot_id);



CREATE INDEX targets_sharelinkevent_created_by_id_93c427a6 ON public.targets_sharelinkevent USING btree (created_by_id);



CREATE INDEX targets_sharelinkevent_organisation_id_c8c4f8be ON public.targets_sharelinkevent USING btree (organisation_id);



CREATE INDEX targets_sharelinkevent_pgh_context_id_5b4ac5e3 ON public.targets_sharelinkevent USING btree (pgh_context_id);



CREATE INDEX targets_sharelinkevent_pgh_obj_id_84dea8fa ON public.targets_sharelinkevent USING btree (pgh_obj_id);



CREATE INDEX targets_sharelinkevent_revoked_by_id_054100a0 ON public.targets_sharelinkevent USING btree (revoked_by_id);



CREATE INDEX targets_sharelinkevent_snapshot_id_d06efa41 ON public.targets_sharelinkevent USING btree (snapshot_id);



CREATE INDEX targets_snapshot_frozen_by_id_f109a516 ON public.targets_snapshot USING btree (frozen_by_id);



CREATE INDEX targets_snapshot_organisation_id_db53e050 ON public.targets_snapshot USING btree (organisation_id);



CREATE INDEX targets_snapshotevent_frozen_by_id_5be4f90b ON public.targets_snapshotevent USING btree (frozen_by_id);



CREATE INDEX targets_snapshotevent_organisation_id_2b3abeea ON public.targets_snapshotevent USING btree (organisation_id);



CREATE INDEX targets_snapshotevent_pgh_context_id_ea519406 ON public.targets_snapshotevent USING btree (pgh_context_id);



CREATE INDEX targets_snapshotevent_pgh_obj_id_e94c6cff ON public.targets_snapshotevent USING btree (pgh_obj_id);



CREATE INDEX targets_target_created_by_id_ceeabf8a ON public.targets_target USING btree (created_by_id);



CREATE INDEX targets_target_department_id_fb74fbfc ON public.targets_target USING btree (department_id);



CREATE INDEX targets_target_guideline_id_bd233ecc ON public.targets_target USING btree (guideline_id);



CREATE INDEX targets_target_organisation_id_bef80bbc ON public.targets_target USING btree (organisation_id);



CREATE INDEX targets_targetevent_created_by_id_50e355f7 ON public.targets_targetevent USING btree (created_by_id);



CREATE INDEX targets_targetevent_department_id_2f37e350 ON public.targets_targetevent USING btree (department_id);



CREATE INDEX targets_targetevent_guideline_id_0775226d ON public.targets_targetevent USING btree (guideline_id);



CREATE INDEX targets_targetevent_organisation_id_80043122 ON public.targets_targetevent USING btree (organisation_id);



CREATE INDEX targets_targetevent_pgh_context_id_7ac1ee82 ON public.targets_targetevent USING btree (pgh_context_id);



CREATE INDEX targets_targetevent_pgh_obj_id_f539596e ON public.targets_targetevent USING btree (pgh_obj_id);



CREATE INDEX targets_yearlycost_organisation_id_d7d69b20 ON public.targets_yearlycost USING btree (organisation_id);



CREATE INDEX targets_yearlycost_updated_by_id_441d4b90 ON public.targets_yearlycost USING btree (updated_by_id);



CREATE INDEX targets_yearlycostevent_organisation_id_0056f20f ON public.targets_yearlycostevent USING btree (organisation_id);



CREATE INDEX targets_yearlycostevent_pgh_context_id_981ce0a8 ON public.targets_yearlycostevent USING btree (pgh_context_id);



CREATE INDEX targets_yearlycostevent_pgh_obj_id_c9f4cdff ON public.targets_yearlycostevent USING btree (pgh_obj_id);



CREATE INDEX targets_yearlycostevent_updated_by_id_5c57f9a7 ON public.targets_yearlycostevent USING btree (updated_by_id);



CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";



CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;



CREATE UNIQUE INDEX waiting_once ON public.placements_waiting USING btree (participant_id) WHERE (ended_on IS NULL);



CREATE TRIGGER pgtrigger_append_only_01c5f BEFORE DELETE OR UPDATE ON public.followups_meetingtaskevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_01c5f();



CREATE TRIGGER pgtrigger_append_only_077f2 BEFORE DELETE OR UPDATE ON public.onboarding_onboardingstepevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_077f2();



CREATE TRIGGER pgtrigger_append_only_0783b BEFORE DELETE OR UPDATE ON public.targets_sharelinkevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0783b();



CREATE TRIGGER pgtrigger_append_only_07f79 BEFORE DELETE OR UPDATE ON public.procurements_procurementpartyevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_07f79();



CREATE TRIGGER pgtrigger_append_only_0c96c BEFORE DELETE OR UPDATE ON public.procurements_requirementdecisionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0c96c();



CREATE TRIGGER pgtrigger_append_only_0e0a6 BEFORE DELETE OR UPDATE ON public.placements_matchingsettingsevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0e0a6();



CREATE TRIGGER pgtrigger_append_only_0e2d9 BEFORE DELETE OR UPDATE ON public.placements_creditevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0e2d9();



CREATE TRIGGER pgtrigger_append_only_1135d BEFORE DELETE OR UPDATE ON public.followups_approvalevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1135d();



CREATE TRIGGER pgtrigger_append_only_13448 BEFORE DELETE OR UPDATE ON public.targets_yearlycostevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_13448();



CREATE TRIGGER pgtrigger_append_only_150b1 BEFORE DELETE OR UPDATE ON public.followups_evaluationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_150b1();



CREATE TRIGGER pgtrigger_append_only_15e39 BEFORE DELETE OR UPDATE ON public.followups_sampleitemevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_15e39();



CREATE TRIGGER pgtrigger_append_only_1647b BEFORE DELETE OR UPDATE ON public.procurements_guidelineversionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1647b();



CREATE TRIGGER pgtrigger_append_only_19a01 BEFORE DELETE OR UPDATE ON public.followups_meetingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_19a01();



CREATE TRIGGER pgtrigger_append_only_2205b BEFORE DELETE OR UPDATE ON public.accounts_savedfilterevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2205b();



CREATE TRIGGER pgtrigger_append_only_254b0 BEFORE DELETE OR UPDATE ON public.actionplans_itemlinkevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_254b0();



CREATE TRIGGER pgtrigger_append_only_2753b BEFORE DELETE OR UPDATE ON public.followups_sampleevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2753b();



CREATE TRIGGER pgtrigger_append_only_2a161 BEFORE DELETE OR UPDATE ON public.targets_chartcommentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2a161();



CREATE TRIGGER pgtrigger_append_only_2db54 BEFORE DELETE OR UPDATE ON public.placements_placeofferevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2db54();



CREATE TRIGGER pgtrigger_append_only_2df42 BEFORE DELETE OR UPDATE ON public.targets_targetevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2df42();



CREATE TRIGGER pgtrigger_append_only_3005a BEFORE DELETE OR UPDATE ON public.reminders_remindersettingsevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3005a();



CREATE TRIGGER pgtrigger_append_only_32612 BEFORE DELETE OR UPDATE ON public.placements_waitingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_32612();



CREATE TRIGGER pgtrigger_append_only_33bf8 BEFORE DELETE OR UPDATE ON public.procurements_extensionoptionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_33bf8();



CREATE TRIGGER pgtrigger_append_only_35919 BEFORE DELETE OR UPDATE ON public.suppliers_supplierevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_35919();



CREATE TRIGGER pgtrigger_append_only_38dac BEFORE DELETE OR UPDATE ON public.followups_reportrequestevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_38dac();



CREATE TRIGGER pgtrigger_append_only_3d16a BEFORE DELETE OR UPDATE ON public.mbl_vetoevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3d16a();



CREATE TRIGGER pgtrigger_append_only_3d574 BEFORE DELETE OR UPDATE ON public.placements_pauseevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3d574();



CREATE TRIGGER pgtrigger_append_only_3f603 BEFORE DELETE OR UPDATE ON public.accounts_departmentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3f603();



CREATE TRIGGER pgtrigger_append_only_3fef8 BEFORE DELETE OR UPDATE ON public.mbl_cooperationagreementevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3fef8();



CREATE TRIGGER pgtrigger_append_only_43b6c BEFORE DELETE OR UPDATE ON public.mbl_planchangeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_43b6c();



CREATE TRIGGER pgtrigger_append_only_45b21 BEFORE DELETE OR UPDATE ON public.accounts_userevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_45b21();



CREATE TRIGGER pgtrigger_append_only_4b461 BEFORE DELETE OR UPDATE ON public.interchange_importrowevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4b461();



CREATE TRIGGER pgtrigger_append_only_4e6f4 BEFORE DELETE OR UPDATE ON public.accounts_organisationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4e6f4();



CREATE TRIGGER pgtrigger_append_only_4ff13 BEFORE DELETE OR UPDATE ON public.placements_disclosureevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4ff13();



CREATE TRIGGER pgtrigger_append_only_52402 BEFORE DELETE OR UPDATE ON public.mbl_overrideevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_52402();



CREATE TRIGGER pgtrigger_append_only_5331c BEFORE DELETE OR UPDATE ON public.placements_retentionruleevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5331c();



CREATE TRIGGER pgtrigger_append_only_55c53 BEFORE DELETE OR UPDATE ON public.procurements_contractevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_55c53();



CREATE TRIGGER pgtrigger_append_only_56e84 BEFORE DELETE OR UPDATE ON public.procurements_priorityanswersevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_56e84();



CREATE TRIGGER pgtrigger_append_only_58397 BEFORE DELETE OR UPDATE ON public.reminders_noticechoiceevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_58397();



CREATE TRIGGER pgtrigger_append_only_5db4b BEFORE DELETE OR UPDATE ON public.mbl_documentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5db4b();



CREATE TRIGGER pgtrigger_append_only_5e101 BEFORE DELETE OR UPDATE ON public.actionplans_itemevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5e101();



CREATE TRIGGER pgtrigger_append_only_5e34d BEFORE DELETE OR UPDATE ON public.actionplans_seminarsideevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5e34d();



CREATE TRIGGER pgtrigger_append_only_62786 BEFORE DELETE OR UPDATE ON public.placements_followupevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_62786();



CREATE TRIGGER pgtrigger_append_only_65486 BEFORE DELETE OR UPDATE ON public.reminders_outboxmailevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_65486();



CREATE TRIGGER pgtrigger_append_only_6b5d5 BEFORE DELETE OR UPDATE ON public.followups_pointevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6b5d5();



CREATE TRIGGER pgtrigger_append_only_6daa7 BEFORE DELETE OR UPDATE ON public.reminders_calendarfeedevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6daa7();



CREATE TRIGGER pgtrigger_append_only_6dfa0 BEFORE DELETE OR UPDATE ON public.reminders_reminderruleevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6dfa0();



CREATE TRIGGER pgtrigger_append_only_6e15e BEFORE DELETE OR UPDATE ON public.interchange_columnmappingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6e15e();



CREATE TRIGGER pgtrigger_append_only_6f66e BEFORE DELETE OR UPDATE ON public.mbl_agreementunionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6f66e();



CREATE TRIGGER pgtrigger_append_only_6f7e7 BEFORE DELETE OR UPDATE ON public.procurements_cpvcodeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6f7e7();



CREATE TRIGGER pgtrigger_append_only_715c2 BEFORE DELETE OR UPDATE ON public.placements_placementevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_715c2();



CREATE TRIGGER pgtrigger_append_only_738a0 BEFORE DELETE OR UPDATE ON public.mbl_checklisttemplateevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_738a0();



CREATE TRIGGER pgtrigger_append_only_742ba BEFORE DELETE OR UPDATE ON public.placements_targetgroupevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_742ba();



CREATE TRIGGER pgtrigger_append_only_76311 BEFORE DELETE OR UPDATE ON public.followups_reportlineevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_76311();



CREATE TRIGGER pgtrigger_append_only_77270 BEFORE DELETE OR UPDATE ON public.followups_meetingitemevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_77270();



CREATE TRIGGER pgtrigger_append_only_7e029 BEFORE DELETE OR UPDATE ON public.suppliers_supplieraliasevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7e029();



CREATE TRIGGER pgtrigger_append_only_7f3cc BEFORE DELETE OR UPDATE ON public.mbl_unionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7f3cc();



CREATE TRIGGER pgtrigger_append_only_80f5f BEFORE DELETE OR UPDATE ON public.procurements_procurementevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_80f5f();



CREATE TRIGGER pgtrigger_append_only_857b7 BEFORE DELETE OR UPDATE ON public.mbl_cooperationgroupevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_857b7();



CREATE TRIGGER pgtrigger_append_only_871a5 BEFORE DELETE OR UPDATE ON public.mbl_uniondepartmentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_871a5();



CREATE TRIGGER pgtrigger_append_only_879b4 BEFORE DELETE OR UPDATE ON public.targets_snapshotevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_879b4();



CREATE TRIGGER pgtrigger_append_only_881ff BEFORE DELETE OR UPDATE ON public.followups_deviationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_881ff();



CREATE TRIGGER pgtrigger_append_only_8a46b BEFORE DELETE OR UPDATE ON public.mbl_plansettingsevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8a46b();



CREATE TRIGGER pgtrigger_append_only_94671 BEFORE DELETE OR UPDATE ON public.actionplans_planevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_94671();



CREATE TRIGGER pgtrigger_append_only_98d00 BEFORE DELETE OR UPDATE ON public.interchange_importbatchevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_98d00();



CREATE TRIGGER pgtrigger_append_only_9a9b9 BEFORE DELETE OR UPDATE ON public.followups_sanctionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9a9b9();



CREATE TRIGGER pgtrigger_append_only_9ee6c BEFORE DELETE OR UPDATE ON public.accounts_membershipevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9ee6c();



CREATE TRIGGER pgtrigger_append_only_9f548 BEFORE DELETE OR UPDATE ON public.actionplans_seminarevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9f548();



CREATE TRIGGER pgtrigger_append_only_a2807 BEFORE DELETE OR UPDATE ON public.mbl_commentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a2807();



CREATE TRIGGER pgtrigger_append_only_a3e04 BEFORE DELETE OR UPDATE ON public.procurements_contractsupplierevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a3e04();



CREATE TRIGGER pgtrigger_append_only_a5fec BEFORE DELETE OR UPDATE ON public.procurements_thresholdevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a5fec();



CREATE TRIGGER pgtrigger_append_only_a611c BEFORE DELETE OR UPDATE ON public.suppliers_suppliercontactevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a611c();



CREATE TRIGGER pgtrigger_append_only_ab5e4 BEFORE DELETE OR UPDATE ON public.procurements_lotevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ab5e4();



CREATE TRIGGER pgtrigger_append_only_b4566 BEFORE DELETE OR UPDATE ON public.accounts_invitationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b4566();



CREATE TRIGGER pgtrigger_append_only_b69f9 BEFORE DELETE OR UPDATE ON public.followups_evidenceevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b69f9();



CREATE TRIGGER pgtrigger_append_only_b70c0 BEFORE DELETE OR UPDATE ON public.reminders_deliveryeventevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b70c0();



CREATE TRIGGER pgtrigger_append_only_bb4d9 BEFORE DELETE OR UPDATE ON public.mbl_unionrepresentativeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bb4d9();



CREATE TRIGGER pgtrigger_append_only_bdb41 BEFORE DELETE OR UPDATE ON public.placements_purgerunevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bdb41();



CREATE TRIGGER pgtrigger_append_only_c02dc BEFORE DELETE OR UPDATE ON public.placements_participantevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c02dc();



CREATE TRIGGER pgtrigger_append_only_c3040 BEFORE DELETE OR UPDATE ON public.actionplans_progressnoteevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c3040();



CREATE TRIGGER pgtrigger_append_only_c322c BEFORE DELETE OR UPDATE ON public.placements_purgeitemevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c322c();



CREATE TRIGGER pgtrigger_append_only_c4ea8 BEFORE DELETE OR UPDATE ON public.onboarding_onboardingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c4ea8();



CREATE TRIGGER pgtrigger_append_only_c5170 BEFORE DELETE OR UPDATE ON public.procurements_requirementevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c5170();



CREATE TRIGGER pgtrigger_append_only_c6e2d BEFORE DELETE OR UPDATE ON public.actionplans_seminarlinkevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c6e2d();



CREATE TRIGGER pgtrigger_append_only_c8c89 BEFORE DELETE OR UPDATE ON public.placements_consentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c8c89();



CREATE TRIGGER pgtrigger_append_only_ce967 BEFORE DELETE OR UPDATE ON public.followups_reporteventevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ce967();



CREATE TRIGGER pgtrigger_append_only_d0170 BEFORE DELETE OR UPDATE ON public.interchange_importchangeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d0170();



CREATE TRIGGER pgtrigger_append_only_d13ad BEFORE DELETE OR UPDATE ON public.targets_publishedyearevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d13ad();



CREATE TRIGGER pgtrigger_append_only_d162f BEFORE DELETE OR UPDATE ON public.followups_placementlineevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d162f();



CREATE TRIGGER pgtrigger_append_only_dbff7 BEFORE DELETE OR UPDATE ON public.reminders_pulseevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_dbff7();



CREATE TRIGGER pgtrigger_append_only_dca12 BEFORE DELETE OR UPDATE ON public.reminders_bouncingaddressevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_dca12();



CREATE TRIGGER pgtrigger_append_only_dd4d8 BEFORE DELETE OR UPDATE ON public.mbl_agreementdepartmentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_dd4d8();



CREATE TRIGGER pgtrigger_append_only_e055e BEFORE DELETE OR UPDATE ON public.mbl_blackoutevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e055e();



CREATE TRIGGER pgtrigger_append_only_e22a1 BEFORE DELETE OR UPDATE ON public.mbl_assessmentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e22a1();



CREATE TRIGGER pgtrigger_append_only_e3bdc BEFORE DELETE OR UPDATE ON public.followups_followupplanevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e3bdc();



CREATE TRIGGER pgtrigger_append_only_e4f22 BEFORE DELETE OR UPDATE ON public.targets_lettermailevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e4f22();



CREATE TRIGGER pgtrigger_append_only_e6c03 BEFORE DELETE OR UPDATE ON public.procurements_clauseevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e6c03();



CREATE TRIGGER pgtrigger_append_only_e6e58 BEFORE DELETE OR UPDATE ON public.placements_activityevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e6e58();



CREATE TRIGGER pgtrigger_append_only_e8890 BEFORE DELETE OR UPDATE ON public.mbl_answerevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e8890();



CREATE TRIGGER pgtrigger_append_only_ec132 BEFORE DELETE OR UPDATE ON public.targets_resultletterevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ec132();



CREATE TRIGGER pgtrigger_append_only_eca68 BEFORE DELETE OR UPDATE ON public.mbl_consultationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_eca68();



CREATE TRIGGER pgtrigger_append_only_eda3a BEFORE DELETE OR UPDATE ON public.reminders_deadlinenoteevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_eda3a();



CREATE TRIGGER pgtrigger_append_only_eecfb BEFORE DELETE OR UPDATE ON public.actionplans_takingpartevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_eecfb();



CREATE TRIGGER pgtrigger_append_only_f19e7 BEFORE DELETE OR UPDATE ON public.followups_intensityruleevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f19e7();



CREATE TRIGGER pgtrigger_append_only_f2035 BEFORE DELETE OR UPDATE ON public.mbl_groupmeetingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f2035();



CREATE TRIGGER pgtrigger_append_only_f6b82 BEFORE DELETE OR UPDATE ON public.reminders_reminderevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f6b82();



CREATE TRIGGER pgtrigger_append_only_f74c9 BEFORE DELETE OR UPDATE ON public.actionplans_goalevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f74c9();



CREATE TRIGGER pgtrigger_append_only_f912c BEFORE DELETE OR UPDATE ON public.targets_namingdecisionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f912c();



CREATE TRIGGER pgtrigger_append_only_fd2e2 BEFORE DELETE OR UPDATE ON public.placements_participantmergeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_fd2e2();



CREATE TRIGGER pgtrigger_delete_delete_02aa7 AFTER DELETE ON public.actionplans_seminarside FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_02aa7();



CREATE TRIGGER pgtrigger_delete_delete_03f31 AFTER DELETE ON public.targets_sharelink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_03f31();



CREATE TRIGGER pgtrigger_delete_delete_05c82 AFTER DELETE ON public.placements_retentionrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_05c82();



CREATE TRIGGER pgtrigger_delete_delete_12d2f AFTER DELETE ON public.mbl_answer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_12d2f();



CREATE TRIGGER pgtrigger_delete_delete_156ae AFTER DELETE ON public.reminders_bouncingaddress FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_156ae();



CREATE TRIGGER pgtrigger_delete_delete_17321 AFTER DELETE ON public.followups_meeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_17321();



CREATE TRIGGER pgtrigger_delete_delete_19a8f AFTER DELETE ON public.accounts_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_19a8f();



CREATE TRIGGER pgtrigger_delete_delete_19f14 AFTER DELETE ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_19f14();



CREATE TRIGGER pgtrigger_delete_delete_1ddef AFTER DELETE ON public.procurements_cpvcode FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1ddef();



CREATE TRIGGER pgtrigger_delete_delete_218f5 AFTER DELETE ON public.followups_approval FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_218f5();



CREATE TRIGGER pgtrigger_delete_delete_22273 AFTER DELETE ON public.onboarding_onboardingstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_22273();



CREATE TRIGGER pgtrigger_delete_delete_23b74 AFTER DELETE ON public.followups_reportline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_23b74();



CREATE TRIGGER pgtrigger_delete_delete_26e2e AFTER DELETE ON public.interchange_importchange REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_26e2e();



CREATE TRIGGER pgtrigger_delete_delete_2d702 AFTER DELETE ON public.placements_targetgroup FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2d702();



CREATE TRIGGER pgtrigger_delete_delete_3446e AFTER DELETE ON public.procurements_clause FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3446e();



CREATE TRIGGER pgtrigger_delete_delete_3624a AFTER DELETE ON public.interchange_importrow REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_3624a();



CREATE TRIGGER pgtrigger_delete_delete_38be0 AFTER DELETE ON public.placements_matchingsettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_38be0();



CREATE TRIGGER pgtrigger_delete_delete_38c95 AFTER DELETE ON public.mbl_comment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_38c95();



CREATE TRIGGER pgtrigger_delete_delete_3ac19 AFTER DELETE ON public.targets_yearlycost FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3ac19();



CREATE TRIGGER pgtrigger_delete_delete_3dc19 AFTER DELETE ON public.followups_evidence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3dc19();



CREATE TRIGGER pgtrigger_delete_delete_3eda4 AFTER DELETE ON public.targets_publishedyear FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3eda4();



CREATE TRIGGER pgtrigger_delete_delete_4043f AFTER DELETE ON public.procurements_contract REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_4043f();



CREATE TRIGGER pgtrigger_delete_delete_4055b AFTER DELETE ON public.followups_intensityrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4055b();



CREATE TRIGGER pgtrigger_delete_delete_43b70 AFTER DELETE ON public.reminders_pulse FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_43b70();



CREATE TRIGGER pgtrigger_delete_delete_46b0d AFTER DELETE ON public.mbl_document FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_46b0d();



CREATE TRIGGER pgtrigger_delete_delete_47c2a AFTER DELETE ON public.mbl_agreementdepartment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_47c2a();



CREATE TRIGGER pgtrigger_delete_delete_4823b AFTER DELETE ON public.procurements_procurement REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_4823b();



CREATE TRIGGER pgtrigger_delete_delete_493e5 AFTER DELETE ON public.actionplans_seminar FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_493e5();



CREATE TRIGGER pgtrigger_delete_delete_524ca AFTER DELETE ON public.placements_disclosure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_524ca();



CREATE TRIGGER pgtrigger_delete_delete_5b261 AFTER DELETE ON public.suppliers_supplier FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5b261();



CREATE TRIGGER pgtrigger_delete_delete_5d9b6 AFTER DELETE ON public.actionplans_seminarlink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5d9b6();



CREATE TRIGGER pgtrigger_delete_delete_5f5a7 AFTER DELETE ON public.followups_sample FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5f5a7();



CREATE TRIGGER pgtrigger_delete_delete_5fee4 AFTER DELETE ON public.targets_snapshot FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5fee4();



CREATE TRIGGER pgtrigger_delete_delete_62f3a AFTER DELETE ON public.procurements_requirement REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_62f3a();



CREATE TRIGGER pgtrigger_delete_delete_64257 AFTER DELETE ON public.placements_credit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_64257();



CREATE TRIGGER pgtrigger_delete_delete_65e32 AFTER DELETE ON public.actionplans_item FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_65e32();



CREATE TRIGGER pgtrigger_delete_delete_6609e AFTER DELETE ON public.reminders_noticechoice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_6609e();



CREATE TRIGGER pgtrigger_delete_delete_66465 AFTER DELETE ON public.followups_followupplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_66465();



CREATE TRIGGER pgtrigger_delete_delete_66a85 AFTER DELETE ON public.mbl_blackout FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_66a85();



CREATE TRIGGER pgtrigger_delete_delete_67ad5 AFTER DELETE ON public.mbl_union FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_67ad5();



CREATE TRIGGER pgtrigger_delete_delete_6c069 AFTER DELETE ON public.suppliers_suppliercontact FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_6c069();



CREATE TRIGGER pgtrigger_delete_delete_6dfd4 AFTER DELETE ON public.placements_participantmerge FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_6dfd4();



CREATE TRIGGER pgtrigger_delete_delete_6ff39 AFTER DELETE ON public.mbl_unionrepresentative FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_6ff39();



CREATE TRIGGER pgtrigger_delete_delete_7100e AFTER DELETE ON public.mbl_uniondepartment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7100e();



CREATE TRIGGER pgtrigger_delete_delete_72dd2 AFTER DELETE ON public.reminders_calendarfeed FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_72dd2();



CREATE TRIGGER pgtrigger_delete_delete_7389e AFTER DELETE ON public.mbl_checklisttemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7389e();



CREATE TRIGGER pgtrigger_delete_delete_74c6e AFTER DELETE ON public.mbl_planchange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_74c6e();



CREATE TRIGGER pgtrigger_delete_delete_77404 AFTER DELETE ON public.suppliers_supplieralias FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_77404();



CREATE TRIGGER pgtrigger_delete_delete_7b33b AFTER DELETE ON public.accounts_organisation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7b33b();



CREATE TRIGGER pgtrigger_delete_delete_7c8fa AFTER DELETE ON public.followups_reportevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7c8fa();



CREATE TRIGGER pgtrigger_delete_delete_7d66b AFTER DELETE ON public.followups_deviation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7d66b();



CREATE TRIGGER pgtrigger_delete_delete_7e263 AFTER DELETE ON public.mbl_cooperationagreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7e263();



CREATE TRIGGER pgtrigger_delete_delete_7ff5b AFTER DELETE ON public.accounts_department FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7ff5b();



CREATE TRIGGER pgtrigger_delete_delete_84d29 AFTER DELETE ON public.onboarding_onboarding FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_84d29();



CREATE TRIGGER pgtrigger_delete_delete_85de8 AFTER DELETE ON public.targets_namingdecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_85de8();



CREATE TRIGGER pgtrigger_delete_delete_8766a AFTER DELETE ON public.followups_placementline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_8766a();



CREATE TRIGGER pgtrigger_delete_delete_87d7c AFTER DELETE ON public.followups_evaluation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_87d7c();



CREATE TRIGGER pgtrigger_delete_delete_95ec9 AFTER DELETE ON public.placements_placement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_95ec9();



CREATE TRIGGER pgtrigger_delete_delete_9bb91 AFTER DELETE ON public.reminders_deadlinenote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9bb91();



CREATE TRIGGER pgtrigger_delete_delete_9de7d AFTER DELETE ON public.placements_purgerun FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9de7d();



CREATE TRIGGER pgtrigger_delete_delete_a0ed7 AFTER DELETE ON public.reminders_outboxmail REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a0ed7();



CREATE TRIGGER pgtrigger_delete_delete_a18eb AFTER DELETE ON public.actionplans_itemlink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a18eb();



CREATE TRIGGER pgtrigger_delete_delete_a1969 AFTER DELETE ON public.followups_meetingtask FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a1969();



CREATE TRIGGER pgtrigger_delete_delete_a372c AFTER DELETE ON public.placements_activity FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a372c();



CREATE TRIGGER pgtrigger_delete_delete_a3aca AFTER DELETE ON public.followups_sanction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a3aca();



CREATE TRIGGER pgtrigger_delete_delete_a6868 AFTER DELETE ON public.placements_placeoffer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a6868();



CREATE TRIGGER pgtrigger_delete_delete_a7601 AFTER DELETE ON public.mbl_override FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a7601();



CREATE TRIGGER pgtrigger_delete_delete_a9cbb AFTER DELETE ON public.followups_reportrequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a9cbb();



CREATE TRIGGER pgtrigger_delete_delete_a9eab AFTER DELETE ON public.followups_sampleitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a9eab();



CREATE TRIGGER pgtrigger_delete_delete_adb69 AFTER DELETE ON public.followups_meetingitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_adb69();



CREATE TRIGGER pgtrigger_delete_delete_adf55 AFTER DELETE ON public.procurements_procurementparty FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_adf55();



CREATE TRIGGER pgtrigger_delete_delete_b1305 AFTER DELETE ON public.targets_chartcomment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b1305();



CREATE TRIGGER pgtrigger_delete_delete_b1cfb AFTER DELETE ON public.interchange_importbatch FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b1cfb();



CREATE TRIGGER pgtrigger_delete_delete_b2772 AFTER DELETE ON public.procurements_guidelineversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b2772();



CREATE TRIGGER pgtrigger_delete_delete_b7c65 AFTER DELETE ON public.procurements_contractsupplier REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_b7c65();



CREATE TRIGGER pgtrigger_delete_delete_b9775 AFTER DELETE ON public.mbl_cooperationgroup FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b9775();



CREATE TRIGGER pgtrigger_delete_delete_ba018 AFTER DELETE ON public.targets_resultletter FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ba018();



CREATE TRIGGER pgtrigger_delete_delete_bfcfb AFTER DELETE ON public.actionplans_progressnote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_bfcfb();



CREATE TRIGGER pgtrigger_delete_delete_c15cd AFTER DELETE ON public.mbl_groupmeeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c15cd();



CREATE TRIGGER pgtrigger_delete_delete_c6de6 AFTER DELETE ON public.targets_target FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c6de6();



CREATE TRIGGER pgtrigger_delete_delete_c9a8c AFTER DELETE ON public.procurements_threshold FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c9a8c();



CREATE TRIGGER pgtrigger_delete_delete_ca896 AFTER DELETE ON public.placements_pause FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ca896();



CREATE TRIGGER pgtrigger_delete_delete_cec45 AFTER DELETE ON public.actionplans_plan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_cec45();



CREATE TRIGGER pgtrigger_delete_delete_d052b AFTER DELETE ON public.procurements_requirementdecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d052b();



CREATE TRIGGER pgtrigger_delete_delete_d12c8 AFTER DELETE ON public.mbl_agreementunion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d12c8();



CREATE TRIGGER pgtrigger_delete_delete_d407b AFTER DELETE ON public.actionplans_goal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d407b();



CREATE TRIGGER pgtrigger_delete_delete_d5236 AFTER DELETE ON public.reminders_reminderrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d5236();



CREATE TRIGGER pgtrigger_delete_delete_d8187 AFTER DELETE ON public.placements_purgeitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d8187();



CREATE TRIGGER pgtrigger_delete_delete_dbabc AFTER DELETE ON public.procurements_extensionoption FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_dbabc();



CREATE TRIGGER pgtrigger_delete_delete_dc555 AFTER DELETE ON public.placements_waiting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_dc555();



CREATE TRIGGER pgtrigger_delete_delete_dce78 AFTER DELETE ON public.placements_participant FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_dce78();



CREATE TRIGGER pgtrigger_delete_delete_dd2a8 AFTER DELETE ON public.mbl_consultation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_dd2a8();



CREATE TRIGGER pgtrigger_delete_delete_de832 AFTER DELETE ON public.actionplans_takingpart FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_de832();



CREATE TRIGGER pgtrigger_delete_delete_e1ed0 AFTER DELETE ON public.targets_lettermail FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e1ed0();



CREATE TRIGGER pgtrigger_delete_delete_e4ac1 AFTER DELETE ON public.mbl_assessment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e4ac1();



CREATE TRIGGER pgtrigger_delete_delete_e64e0 AFTER DELETE ON public.procurements_lot FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e64e0();



CREATE TRIGGER pgtrigger_delete_delete_ea53f AFTER DELETE ON public.placements_consent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ea53f();



CREATE TRIGGER pgtrigger_delete_delete_f2787 AFTER DELETE ON public.reminders_remindersettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f2787();



CREATE TRIGGER pgtrigger_delete_delete_f2c14 AFTER DELETE ON public.accounts_invitation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f2c14();



CREATE TRIGGER pgtrigger_delete_delete_f3f3d AFTER DELETE ON public.followups_point FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f3f3d();



CREATE TRIGGER pgtrigger_delete_delete_f5376 AFTER DELETE ON public.placements_followup FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f5376();



CREATE TRIGGER pgtrigger_delete_delete_f5ce2 AFTER DELETE ON public.mbl_veto FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f5ce2();



CREATE TRIGGER pgtrigger_delete_delete_f6a66 AFTER DELETE ON public.interchange_columnmapping FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f6a66();



CREATE TRIGGER pgtrigger_delete_delete_f791f AFTER DELETE ON public.accounts_savedfilter FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f791f();



CREATE TRIGGER pgtrigger_delete_delete_faf70 AFTER DELETE ON public.mbl_plansettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_faf70();



CREATE TRIGGER pgtrigger_delete_delete_fc72d AFTER DELETE ON public.reminders_deliveryevent REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_fc72d();



CREATE TRIGGER pgtrigger_delete_delete_fe464 AFTER DELETE ON public.reminders_reminder REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_fe464();



CREATE TRIGGER pgtrigger_delete_delete_fea4d AFTER DELETE ON public.procurements_priorityanswers FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_fea4d();



CREATE TRIGGER pgtrigger_insert_insert_007af AFTER INSERT ON public.reminders_remindersettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_007af();



CREATE TRIGGER pgtrigger_insert_insert_0240b AFTER INSERT ON public.targets_sharelink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0240b();



CREATE TRIGGER pgtrigger_insert_insert_028c3 AFTER INSERT ON public.placements_matchingsettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_028c3();



CREATE TRIGGER pgtrigger_insert_insert_080ca AFTER INSERT ON public.mbl_plansettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_080ca();



CREATE TRIGGER pgtrigger_insert_insert_09cf7 AFTER INSERT ON public.followups_point FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_09cf7();



CREATE TRIGGER pgtrigger_insert_insert_0b0e1 AFTER INSERT ON public.followups_followupplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0b0e1();



CREATE TRIGGER pgtrigger_insert_insert_0bc85 AFTER INSERT ON public.placements_purgeitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0bc85();



CREATE TRIGGER pgtrigger_insert_insert_0c5f2 AFTER INSERT ON public.targets_chartcomment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0c5f2();



CREATE TRIGGER pgtrigger_insert_insert_0cfd8 AFTER INSERT ON public.followups_meeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0cfd8();



CREATE TRIGGER pgtrigger_insert_insert_0fbb0 AFTER INSERT ON public.targets_publishedyear FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0fbb0();



CREATE TRIGGER pgtrigger_insert_insert_11897 AFTER INSERT ON public.procurements_procurementparty FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_11897();



CREATE TRIGGER pgtrigger_insert_insert_14f31 AFTER INSERT ON public.placements_credit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_14f31();



CREATE TRIGGER pgtrigger_insert_insert_17709 AFTER INSERT ON public.followups_evidence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_17709();



CREATE TRIGGER pgtrigger_insert_insert_1b7b6 AFTER INSERT ON public.followups_meetingitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_1b7b6();



CREATE TRIGGER pgtrigger_insert_insert_1caba AFTER INSERT ON public.placements_placement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_1caba();



CREATE TRIGGER pgtrigger_insert_insert_1d714 AFTER INSERT ON public.placements_participant FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_1d714();



CREATE TRIGGER pgtrigger_insert_insert_25690 AFTER INSERT ON public.procurements_requirement REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_25690();



CREATE TRIGGER pgtrigger_insert_insert_2612f AFTER INSERT ON public.suppliers_supplier FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2612f();



CREATE TRIGGER pgtrigger_insert_insert_26abe AFTER INSERT ON public.placements_followup FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_26abe();



CREATE TRIGGER pgtrigger_insert_insert_2825c AFTER INSERT ON public.placements_activity FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2825c();



CREATE TRIGGER pgtrigger_insert_insert_28b5c AFTER INSERT ON public.reminders_calendarfeed FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_28b5c();



CREATE TRIGGER pgtrigger_insert_insert_2c400 AFTER INSERT ON public.followups_placementline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2c400();



CREATE TRIGGER pgtrigger_insert_insert_2cb0e AFTER INSERT ON public.onboarding_onboardingstep FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2cb0e();



CREATE TRIGGER pgtrigger_insert_insert_32fba AFTER INSERT ON public.reminders_pulse FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_32fba();



CREATE TRIGGER pgtrigger_insert_insert_35b30 AFTER INSERT ON public.mbl_agreementdepartment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_35b30();



CREATE TRIGGER pgtrigger_insert_insert_37e34 AFTER INSERT ON public.placements_retentionrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_37e34();



CREATE TRIGGER pgtrigger_insert_insert_3867c AFTER INSERT ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3867c();



CREATE TRIGGER pgtrigger_insert_insert_38f3b AFTER INSERT ON public.actionplans_plan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_38f3b();



CREATE TRIGGER pgtrigger_insert_insert_39a43 AFTER INSERT ON public.followups_intensityrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_39a43();



CREATE TRIGGER pgtrigger_insert_insert_3d2e2 AFTER INSERT ON public.reminders_reminder REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_3d2e2();



CREATE TRIGGER pgtrigger_insert_insert_3dc73 AFTER INSERT ON public.actionplans_goal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3dc73();



CREATE TRIGGER pgtrigger_insert_insert_3dcc8 AFTER INSERT ON public.mbl_document FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3dcc8();



CREATE TRIGGER pgtrigger_insert_insert_45330 AFTER INSERT ON public.onboarding_onboarding FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_45330();



CREATE TRIGGER pgtrigger_insert_insert_453e0 AFTER INSERT ON public.mbl_groupmeeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_453e0();



CREATE TRIGGER pgtrigger_insert_insert_4792a AFTER INSERT ON public.mbl_override FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4792a();



CREATE TRIGGER pgtrigger_insert_insert_4fb01 AFTER INSERT ON public.procurements_extensionoption FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4fb01();



CREATE TRIGGER pgtrigger_insert_insert_553f4 AFTER INSERT ON public.targets_resultletter FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_553f4();



CREATE TRIGGER pgtrigger_insert_insert_566c5 AFTER INSERT ON public.suppliers_suppliercontact FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_566c5();



CREATE TRIGGER pgtrigger_insert_insert_596af AFTER INSERT ON public.reminders_reminderrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_596af();



CREATE TRIGGER pgtrigger_insert_insert_5b221 AFTER INSERT ON public.interchange_columnmapping FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5b221();



CREATE TRIGGER pgtrigger_insert_insert_5b8f6 AFTER INSERT ON public.followups_reportline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5b8f6();



CREATE TRIGGER pgtrigger_insert_insert_5c0cb AFTER INSERT ON public.interchange_importrow REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5c0cb();



CREATE TRIGGER pgtrigger_insert_insert_5c297 AFTER INSERT ON public.targets_target FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5c297();



CREATE TRIGGER pgtrigger_insert_insert_5cb25 AFTER INSERT ON public.procurements_procurement REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5cb25();



CREATE TRIGGER pgtrigger_insert_insert_5d337 AFTER INSERT ON public.followups_deviation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5d337();



CREATE TRIGGER pgtrigger_insert_insert_62707 AFTER INSERT ON public.targets_lettermail FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_62707();



CREATE TRIGGER pgtrigger_insert_insert_64044 AFTER INSERT ON public.interchange_importbatch FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_64044();



CREATE TRIGGER pgtrigger_insert_insert_66a5c AFTER INSERT ON public.accounts_organisation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_66a5c();



CREATE TRIGGER pgtrigger_insert_insert_692b4 AFTER INSERT ON public.placements_placeoffer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_692b4();



CREATE TRIGGER pgtrigger_insert_insert_6a911 AFTER INSERT ON public.suppliers_supplieralias FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6a911();



CREATE TRIGGER pgtrigger_insert_insert_6a9fb AFTER INSERT ON public.actionplans_takingpart FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6a9fb();



CREATE TRIGGER pgtrigger_insert_insert_6f45f AFTER INSERT ON public.procurements_contract REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_6f45f();



CREATE TRIGGER pgtrigger_insert_insert_6ffcb AFTER INSERT ON public.mbl_union FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6ffcb();



CREATE TRIGGER pgtrigger_insert_insert_72c48 AFTER INSERT ON public.followups_meetingtask FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_72c48();



CREATE TRIGGER pgtrigger_insert_insert_76018 AFTER INSERT ON public.mbl_cooperationgroup FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_76018();



CREATE TRIGGER pgtrigger_insert_insert_771ae AFTER INSERT ON public.procurements_cpvcode FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_771ae();



CREATE TRIGGER pgtrigger_insert_insert_78d59 AFTER INSERT ON public.procurements_threshold FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_78d59();



CREATE TRIGGER pgtrigger_insert_insert_790d0 AFTER INSERT ON public.reminders_bouncingaddress FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_790d0();



CREATE TRIGGER pgtrigger_insert_insert_797e5 AFTER INSERT ON public.procurements_clause FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_797e5();



CREATE TRIGGER pgtrigger_insert_insert_7bb34 AFTER INSERT ON public.procurements_priorityanswers FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7bb34();



CREATE TRIGGER pgtrigger_insert_insert_8144e AFTER INSERT ON public.mbl_uniondepartment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8144e();



CREATE TRIGGER pgtrigger_insert_insert_81804 AFTER INSERT ON public.procurements_contractsupplier REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_81804();



CREATE TRIGGER pgtrigger_insert_insert_82421 AFTER INSERT ON public.placements_disclosure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_82421();



CREATE TRIGGER pgtrigger_insert_insert_8408b AFTER INSERT ON public.mbl_cooperationagreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8408b();



CREATE TRIGGER pgtrigger_insert_insert_8496d AFTER INSERT ON public.actionplans_itemlink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8496d();



CREATE TRIGGER pgtrigger_insert_insert_85b04 AFTER INSERT ON public.targets_snapshot FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_85b04();



CREATE TRIGGER pgtrigger_insert_insert_86804 AFTER INSERT ON public.mbl_unionrepresentative FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_86804();



CREATE TRIGGER pgtrigger_insert_insert_869bd AFTER INSERT ON public.followups_reportevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_869bd();



CREATE TRIGGER pgtrigger_insert_insert_8a77f AFTER INSERT ON public.targets_yearlycost FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8a77f();



CREATE TRIGGER pgtrigger_insert_insert_8bc6b AFTER INSERT ON public.followups_sampleitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8bc6b();



CREATE TRIGGER pgtrigger_insert_insert_8c354 AFTER INSERT ON public.accounts_invitation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8c354();



CREATE TRIGGER pgtrigger_insert_insert_8c87c AFTER INSERT ON public.followups_sanction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8c87c();



CREATE TRIGGER pgtrigger_insert_insert_9079d AFTER INSERT ON public.mbl_planchange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9079d();



CREATE TRIGGER pgtrigger_insert_insert_929ec AFTER INSERT ON public.placements_pause FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_929ec();



CREATE TRIGGER pgtrigger_insert_insert_9514f AFTER INSERT ON public.followups_sample FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9514f();



CREATE TRIGGER pgtrigger_insert_insert_99a29 AFTER INSERT ON public.reminders_deadlinenote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_99a29();



CREATE TRIGGER pgtrigger_insert_insert_9a32a AFTER INSERT ON public.procurements_guidelineversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9a32a();



CREATE TRIGGER pgtrigger_insert_insert_9bb89 AFTER INSERT ON public.actionplans_seminarside FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9bb89();



CREATE TRIGGER pgtrigger_insert_insert_a09cf AFTER INSERT ON public.actionplans_item FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a09cf();



CREATE TRIGGER pgtrigger_insert_insert_a13e4 AFTER INSERT ON public.placements_consent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a13e4();



CREATE TRIGGER pgtrigger_insert_insert_a9461 AFTER INSERT ON public.actionplans_seminar FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a9461();



CREATE TRIGGER pgtrigger_insert_insert_aada2 AFTER INSERT ON public.procurements_requirementdecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_aada2();



CREATE TRIGGER pgtrigger_insert_insert_abff2 AFTER INSERT ON public.mbl_checklisttemplate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_abff2();



CREATE TRIGGER pgtrigger_insert_insert_ae86b AFTER INSERT ON public.placements_targetgroup FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ae86b();



CREATE TRIGGER pgtrigger_insert_insert_b098e AFTER INSERT ON public.placements_purgerun FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b098e();



CREATE TRIGGER pgtrigger_insert_insert_b1a91 AFTER INSERT ON public.mbl_blackout FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b1a91();



CREATE TRIGGER pgtrigger_insert_insert_b4692 AFTER INSERT ON public.accounts_department FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b4692();



CREATE TRIGGER pgtrigger_insert_insert_bb841 AFTER INSERT ON public.interchange_importchange REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_bb841();



CREATE TRIGGER pgtrigger_insert_insert_bb980 AFTER INSERT ON public.reminders_outboxmail REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_bb980();



CREATE TRIGGER pgtrigger_insert_insert_c03a2 AFTER INSERT ON public.procurements_lot FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c03a2();



CREATE TRIGGER pgtrigger_insert_insert_c1cc0 AFTER INSERT ON public.mbl_answer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c1cc0();



CREATE TRIGGER pgtrigger_insert_insert_caefb AFTER INSERT ON public.followups_evaluation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_caefb();



CREATE TRIGGER pgtrigger_insert_insert_cc229 AFTER INSERT ON public.reminders_deliveryevent REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_cc229();



CREATE TRIGGER pgtrigger_insert_insert_ceded AFTER INSERT ON public.targets_namingdecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ceded();



CREATE TRIGGER pgtrigger_insert_insert_d0b5b AFTER INSERT ON public.mbl_consultation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d0b5b();



CREATE TRIGGER pgtrigger_insert_insert_d3078 AFTER INSERT ON public.mbl_agreementunion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d3078();



CREATE TRIGGER pgtrigger_insert_insert_ddfe3 AFTER INSERT ON public.reminders_noticechoice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ddfe3();



CREATE TRIGGER pgtrigger_insert_insert_df70d AFTER INSERT ON public.placements_waiting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_df70d();



CREATE TRIGGER pgtrigger_insert_insert_e95ab AFTER INSERT ON public.followups_reportrequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e95ab();



CREATE TRIGGER pgtrigger_insert_insert_ecfca AFTER INSERT ON public.accounts_savedfilter FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ecfca();



CREATE TRIGGER pgtrigger_insert_insert_f0dc2 AFTER INSERT ON public.mbl_comment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f0dc2();



CREATE TRIGGER pgtrigger_insert_insert_f7697 AFTER INSERT ON public.mbl_assessment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f7697();



CREATE TRIGGER pgtrigger_insert_insert_f8e05 AFTER INSERT ON public.actionplans_progressnote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f8e05();



CREATE TRIGGER pgtrigger_insert_insert_fa610 AFTER INSERT ON public.followups_approval FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fa610();



CREATE TRIGGER pgtrigger_insert_insert_fc05a AFTER INSERT ON public.accounts_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fc05a();



CREATE TRIGGER pgtrigger_insert_insert_fcb66 AFTER INSERT ON public.actionplans_seminarlink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fcb66();



CREATE TRIGGER pgtrigger_insert_insert_fd249 AFTER INSERT ON public.mbl_veto FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fd249();



CREATE TRIGGER pgtrigger_insert_insert_fdbcb AFTER INSERT ON public.placements_participantmerge FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fdbcb();



CREATE TRIGGER pgtrigger_is_frozen_2ffce BEFORE UPDATE ON public.targets_snapshot FOR EACH ROW WHEN (((old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.year IS DISTINCT FROM new.year) OR ((old.period)::text IS DISTINCT FROM (new.period)::text) OR (old.as_of IS DISTINCT FROM new.as_of) OR (old.figures IS DISTINCT FROM new.figures))) EXECUTE FUNCTION public.pgtrigger_is_frozen_2ffce();



CREATE TRIGGER pgtrigger_is_kept_00a11 BEFORE UPDATE ON public.targets_resultletter FOR EACH ROW WHEN (((old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.snapshot_id IS DISTINCT FROM new.snapshot_id) OR (old.supplier_id IS DISTINCT FROM new.supplier_id) OR (old.department_id IS DISTINCT FROM new.department_id) OR (old.contents IS DISTINCT FROM new.contents) OR (old.words IS DISTINCT FROM new.words) OR (old.made_by_id IS DISTINCT FROM new.made_by_id))) EXECUTE FUNCTION public.pgtrigger_is_kept_00a11();



CREATE TRIGGER pgtrigger_is_kept_a2db2 BEFORE UPDATE ON public.actionplans_progressnote FOR EACH ROW WHEN (((old.item_id IS DISTINCT FROM new.item_id) OR (old.text IS DISTINCT FROM new.text) OR (old.written_by_id IS DISTINCT FROM new.written_by_id) OR (old.written_at IS DISTINCT FROM new.written_at))) EXECUTE FUNCTION public.pgtrigger_is_kept_a2db2();



CREATE TRIGGER pgtrigger_is_not_changed_310b2 BEFORE UPDATE ON public.followups_reportevent FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR (old.request_id IS DISTINCT FROM new.request_id) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.comment IS DISTINCT FROM new.comment) OR (old.at IS DISTINCT FROM new.at) OR ((old.reporter)::text IS DISTINCT FROM (new.reporter)::text) OR (old.is_on_behalf IS DISTINCT FROM new.is_on_behalf))) EXECUTE FUNCTION public.pgtrigger_is_not_changed_310b2();



CREATE TRIGGER pgtrigger_is_not_changed_46836 BEFORE UPDATE ON public.reminders_deliveryevent FOR EACH ROW WHEN (((old.mail_id IS DISTINCT FROM new.mail_id) OR (old.fence IS DISTINCT FROM new.fence) OR ((old.step)::text IS DISTINCT FROM (new.step)::text) OR (old.at IS DISTINCT FROM new.at) OR (old.code IS DISTINCT FROM new.code) OR ((old.answer)::text IS DISTINCT FROM (new.answer)::text))) EXECUTE FUNCTION public.pgtrigger_is_not_changed_46836();



CREATE TRIGGER pgtrigger_is_not_deleted_fe55d BEFORE DELETE ON public.reminders_deliveryevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_is_not_deleted_fe55d();



CREATE TRIGGER pgtrigger_update_update_012a7 AFTER UPDATE ON public.procurements_requirementdecision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_012a7();



CREATE TRIGGER pgtrigger_update_update_087ed AFTER UPDATE ON public.mbl_override FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_087ed();



CREATE TRIGGER pgtrigger_update_update_08d74 AFTER UPDATE ON public.placements_placeoffer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_08d74();



CREATE TRIGGER pgtrigger_update_update_0ad65 AFTER UPDATE ON public.mbl_union FOR EACH ROW WHEN (((old.central_id IS DISTINCT FROM new.central_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.has_collective_agreement IS DISTINCT FROM new.has_collective_agreement) OR (old.id IS DISTINCT FROM new.id) OR (old.is_active IS DISTINCT FROM new.is_active) OR ((old.level)::text IS DISTINCT FROM (new.level)::text) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.token IS DISTINCT FROM new.token) OR (old.updated_at IS DISTINCT FROM new.updated_at))) EXECUTE FUNCTION public.pgtrigger_update_update_0ad65();



CREATE TRIGGER pgtrigger_update_update_0e890 AFTER UPDATE ON public.accounts_user FOR EACH ROW WHEN (((old.created_at IS DISTINCT FROM new.created_at) OR ((old.email)::text IS DISTINCT FROM (new.email)::text) OR (old.id IS DISTINCT FROM new.id) OR (old.is_active IS DISTINCT FROM new.is_active) OR (old.is_demo IS DISTINCT FROM new.is_demo) OR (old.last_login IS DISTINCT FROM new.last_login) OR ((old.name)::text IS DISTINCT FROM (new.name)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_0e890();



CREATE TRIGGER pgtrigger_update_update_11478 AFTER UPDATE ON public.reminders_remindersettings FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_11478();



CREATE TRIGGER pgtrigger_update_update_11b95 AFTER UPDATE ON public.procurements_priorityanswers FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_11b95();



CREATE TRIGGER pgtrigger_update_update_13ea9 AFTER UPDATE ON public.mbl_checklisttemplate FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_13ea9();



CREATE TRIGGER pgtrigger_update_update_158ee AFTER UPDATE ON public.followups_reportline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_158ee();



CREATE TRIGGER pgtrigger_update_update_19b82 AFTER UPDATE ON public.targets_sharelink FOR EACH ROW WHEN (((old.created_at IS DISTINCT FROM new.created_at) OR (old.created_by_id IS DISTINCT FROM new.created_by_id) OR (old.expires_on IS DISTINCT FROM new.expires_on) OR (old.id IS DISTINCT FROM new.id) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.revoked_at IS DISTINCT FROM new.revoked_at) OR (old.revoked_by_id IS DISTINCT FROM new.revoked_by_id) OR (old.snapshot_id IS DISTINCT FROM new.snapshot_id) OR (old.year IS DISTINCT FROM new.year))) EXECUTE FUNCTION public.pgtrigger_update_update_19b82();



CREATE TRIGGER pgtrigger_update_update_1ba4c AFTER UPDATE ON public.procurements_procurement FOR EACH ROW WHEN (((old.accepts_e_tenders IS DISTINCT FROM new.accepts_e_tenders) OR (old.award_decided_on IS DISTINCT FROM new.award_decided_on) OR (old.award_notice_sent_on IS DISTINCT FROM new.award_notice_sent_on) OR (old.cancelled_on IS DISTINCT FROM new.cancelled_on) OR ((old.case_number)::text IS DISTINCT FROM (new.case_number)::text) OR (old.closed_on IS DISTINCT FROM new.closed_on) OR (old.contracted_value IS DISTINCT FROM new.contracted_value) OR (old.court_decided_on IS DISTINCT FROM new.court_decided_on) OR ((old.cpv_id)::text IS DISTINCT FROM (new.cpv_id)::text) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.decision_to_publish_on IS DISTINCT FROM new.decision_to_publish_on) OR (old.department_id IS DISTINCT FROM new.department_id) OR (old.documents_are_online IS DISTINCT FROM new.documents_are_online) OR (old.estimated_value IS DISTINCT FROM new.estimated_value) OR (old.framework_reasons IS DISTINCT FROM new.framework_reasons) OR (old.guideline_id IS DISTINCT FROM new.guideline_id) OR (old.has_prior_notice IS DISTINCT FROM new.has_prior_notice) OR (old.id IS DISTINCT FROM new.id) OR (old.is_accelerated IS DISTINCT FROM new.is_accelerated) OR (old.is_demo IS DISTINCT FROM new.is_demo) OR (old.is_framework IS DISTINCT FROM new.is_framework) OR (old.is_standstill_lifted IS DISTINCT FROM new.is_standstill_lifted) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.necessity_assessed_on IS DISTINCT FROM new.necessity_assessed_on) OR (old.necessity_note IS DISTINCT FROM new.necessity_note) OR (old.need_registered_on IS DISTINCT FROM new.need_registered_on) OR (old.note IS DISTINCT FROM new.note) OR ((old.notice_id)::text IS DISTINCT FROM (new.notice_id)::text) OR ((old.notice_mode)::text IS DISTINCT FROM (new.notice_mode)::text) OR (old.opened_on IS DISTINCT FROM new.opened_on) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR ((old.phase)::text IS DISTINCT FROM (new.phase)::text) OR ((old.phase_before)::text IS DISTINCT FROM (new.phase_before)::text) OR (old.planned_publication_on IS DISTINCT FROM new.planned_publication_on) OR (old.planned_signing_on IS DISTINCT FROM new.planned_signing_on) OR ((old.procedure)::text IS DISTINCT FROM (new.procedure)::text) OR (old.published_on IS DISTINCT FROM new.published_on) OR (old.questions_close_on IS DISTINCT FROM new.questions_close_on) OR (old.reason IS DISTINCT FROM new.reason) OR (old.responsible_id IS DISTINCT FROM new.responsible_id) OR (old.review_applied_on IS DISTINCT FROM new.review_applied_on) OR (old.sent_for_publication_on IS DISTINCT FROM new.sent_for_publication_on) OR ((old.social_flag)::text IS DISTINCT FROM (new.social_flag)::text) OR ((old.source_id)::text IS DISTINCT FROM (new.source_id)::text) OR (old.standstill_days_stated IS DISTINCT FROM new.standstill_days_stated) OR (old.tender_deadline_at IS DISTINCT FROM new.tender_deadline_at) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.token IS DISTINCT FROM new.token) OR (old.updated_at IS DISTINCT FROM new.updated_at))) EXECUTE FUNCTION public.pgtrigger_update_update_1ba4c();



CREATE TRIGGER pgtrigger_update_update_20ab5 AFTER UPDATE ON public.accounts_membership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_20ab5();



CREATE TRIGGER pgtrigger_update_update_226f1 AFTER UPDATE ON public.targets_lettermail FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_226f1();



CREATE TRIGGER pgtrigger_update_update_23375 AFTER UPDATE ON public.placements_activity FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_23375();



CREATE TRIGGER pgtrigger_update_update_243b8 AFTER UPDATE ON public.followups_reportevent FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_243b8();



CREATE TRIGGER pgtrigger_update_update_27212 AFTER UPDATE ON public.placements_credit FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_27212();



CREATE TRIGGER pgtrigger_update_update_2788d AFTER UPDATE ON public.followups_approval FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_2788d();



CREATE TRIGGER pgtrigger_update_update_29890 AFTER UPDATE ON public.reminders_pulse FOR EACH ROW WHEN ((old.id IS DISTINCT FROM new.id)) EXECUTE FUNCTION public.pgtrigger_update_update_29890();



CREATE TRIGGER pgtrigger_update_update_2e420 AFTER UPDATE ON public.mbl_agreementdepartment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_2e420();



CREATE TRIGGER pgtrigger_update_update_30ec8 AFTER UPDATE ON public.mbl_uniondepartment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_30ec8();



CREATE TRIGGER pgtrigger_update_update_3245d AFTER UPDATE ON public.placements_participant FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3245d();



CREATE TRIGGER pgtrigger_update_update_328f8 AFTER UPDATE ON public.followups_evaluation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_328f8();



CREATE TRIGGER pgtrigger_update_update_347fb AFTER UPDATE ON public.followups_reportrequest FOR EACH ROW WHEN (((old.asked_at IS DISTINCT FROM new.asked_at) OR (old.asked_by_id IS DISTINCT FROM new.asked_by_id) OR ((old.contact_email)::text IS DISTINCT FROM (new.contact_email)::text) OR ((old.contact_name)::text IS DISTINCT FROM (new.contact_name)::text) OR (old.contract_id IS DISTINCT FROM new.contract_id) OR (old.draft IS DISTINCT FROM new.draft) OR (old.due_on IS DISTINCT FROM new.due_on) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.period_from IS DISTINCT FROM new.period_from) OR (old.period_to IS DISTINCT FROM new.period_to) OR (old.point_id IS DISTINCT FROM new.point_id) OR (old.received_at IS DISTINCT FROM new.received_at) OR ((old.reporter)::text IS DISTINCT FROM (new.reporter)::text) OR (old.settled_at IS DISTINCT FROM new.settled_at) OR (old.settled_by_id IS DISTINCT FROM new.settled_by_id) OR (old.started_at IS DISTINCT FROM new.started_at) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.supplier_id IS DISTINCT FROM new.supplier_id) OR (old.token IS DISTINCT FROM new.token) OR (old.updated_at IS DISTINCT FROM new.updated_at) OR (old.version IS DISTINCT FROM new.version))) EXECUTE FUNCTION public.pgtrigger_update_update_347fb();



CREATE TRIGGER pgtrigger_update_update_34874 AFTER UPDATE ON public.procurements_contractsupplier FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_34874();



CREATE TRIGGER pgtrigger_update_update_3511d AFTER UPDATE ON public.actionplans_plan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3511d();



CREATE TRIGGER pgtrigger_update_update_3a43f AFTER UPDATE ON public.actionplans_takingpart FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3a43f();



CREATE TRIGGER pgtrigger_update_update_3a5c8 AFTER UPDATE ON public.interchange_importbatch FOR EACH ROW WHEN (((old.applied_at IS DISTINCT FROM new.applied_at) OR (old.counts IS DISTINCT FROM new.counts) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.created_by_id IS DISTINCT FROM new.created_by_id) OR ((old.filename)::text IS DISTINCT FROM (new.filename)::text) OR (old.id IS DISTINCT FROM new.id) OR (old.is_demo IS DISTINCT FROM new.is_demo) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.mapping IS DISTINCT FROM new.mapping) OR (old.message IS DISTINCT FROM new.message) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.skipped IS DISTINCT FROM new.skipped) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.token IS DISTINCT FROM new.token) OR (old.undone_at IS DISTINCT FROM new.undone_at) OR (old.undone_by_id IS DISTINCT FROM new.undone_by_id))) EXECUTE FUNCTION public.pgtrigger_update_update_3a5c8();



CREATE TRIGGER pgtrigger_update_update_3ab36 AFTER UPDATE ON public.placements_placement FOR EACH ROW WHEN (((old.contract_id IS DISTINCT FROM new.contract_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.created_by_id IS DISTINCT FROM new.created_by_id) OR ((old.end_reason)::text IS DISTINCT FROM (new.end_reason)::text) OR (old.ended_on IS DISTINCT FROM new.ended_on) OR (old.exited_on IS DISTINCT FROM new.exited_on) OR (old.extent_percent IS DISTINCT FROM new.extent_percent) OR (old.id IS DISTINCT FROM new.id) OR (old.is_demo IS DISTINCT FROM new.is_demo) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.number IS DISTINCT FROM new.number) OR (old.offer_id IS DISTINCT FROM new.offer_id) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.participant_id IS DISTINCT FROM new.participant_id) OR (old.planned_end_on IS DISTINCT FROM new.planned_end_on) OR (old.planned_start_on IS DISTINCT FROM new.planned_start_on) OR ((old.referring_body)::text IS DISTINCT FROM (new.referring_body)::text) OR (old.started_on IS DISTINCT FROM new.started_on) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR ((old.supervisor_role)::text IS DISTINCT FROM (new.supervisor_role)::text) OR (old.supplier_id IS DISTINCT FROM new.supplier_id) OR (old.token IS DISTINCT FROM new.token) OR (old.undone_at IS DISTINCT FROM new.undone_at) OR (old.undone_by_id IS DISTINCT FROM new.undone_by_id))) EXECUTE FUNCTION public.pgtrigger_update_update_3ab36();



CREATE TRIGGER pgtrigger_update_update_3fd70 AFTER UPDATE ON public.followups_intensityrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3fd70();



CREATE TRIGGER pgtrigger_update_update_427b2 AFTER UPDATE ON public.actionplans_goal FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_427b2();



CREATE TRIGGER pgtrigger_update_update_44de3 AFTER UPDATE ON public.followups_point FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_44de3();



CREATE TRIGGER pgtrigger_update_update_4b8d6 AFTER UPDATE ON public.targets_target FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4b8d6();



CREATE TRIGGER pgtrigger_update_update_4bfb7 AFTER UPDATE ON public.mbl_comment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4bfb7();



CREATE TRIGGER pgtrigger_update_update_4c248 AFTER UPDATE ON public.placements_waiting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4c248();



CREATE TRIGGER pgtrigger_update_update_4d230 AFTER UPDATE ON public.followups_followupplan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4d230();



CREATE TRIGGER pgtrigger_update_update_4d4d6 AFTER UPDATE ON public.followups_sample FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4d4d6();



CREATE TRIGGER pgtrigger_update_update_4e12d AFTER UPDATE ON public.accounts_invitation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4e12d();



CREATE TRIGGER pgtrigger_update_update_515e0 AFTER UPDATE ON public.mbl_consultation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_515e0();



CREATE TRIGGER pgtrigger_update_update_5215d AFTER UPDATE ON public.targets_yearlycost FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5215d();



CREATE TRIGGER pgtrigger_update_update_55538 AFTER UPDATE ON public.reminders_deliveryevent FOR EACH ROW WHEN ((old.id IS DISTINCT FROM new.id)) EXECUTE FUNCTION public.pgtrigger_update_update_55538();



CREATE TRIGGER pgtrigger_update_update_55ce3 AFTER UPDATE ON public.followups_sampleitem FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_55ce3();



CREATE TRIGGER pgtrigger_update_update_586e7 AFTER UPDATE ON public.targets_resultletter FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_586e7();



CREATE TRIGGER pgtrigger_update_update_58c99 AFTER UPDATE ON public.mbl_plansettings FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_58c99();



CREATE TRIGGER pgtrigger_update_update_59f29 AFTER UPDATE ON public.targets_publishedyear FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_59f29();



CREATE TRIGGER pgtrigger_update_update_5a4ea AFTER UPDATE ON public.reminders_noticechoice FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5a4ea();



CREATE TRIGGER pgtrigger_update_update_5b481 AFTER UPDATE ON public.actionplans_itemlink FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5b481();



CREATE TRIGGER pgtrigger_update_update_5beaa AFTER UPDATE ON public.actionplans_seminarside FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5beaa();



CREATE TRIGGER pgtrigger_update_update_5c344 AFTER UPDATE ON public.mbl_document FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5c344();



CREATE TRIGGER pgtrigger_update_update_61f81 AFTER UPDATE ON public.placements_purgerun FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_61f81();



CREATE TRIGGER pgtrigger_update_update_63dcd AFTER UPDATE ON public.actionplans_item FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_63dcd();



CREATE TRIGGER pgtrigger_update_update_657eb AFTER UPDATE ON public.onboarding_onboardingstep FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_657eb();



CREATE TRIGGER pgtrigger_update_update_65c27 AFTER UPDATE ON public.reminders_deadlinenote FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_65c27();



CREATE TRIGGER pgtrigger_update_update_667aa AFTER UPDATE ON public.targets_snapshot FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_667aa();



CREATE TRIGGER pgtrigger_update_update_67c88 AFTER UPDATE ON public.procurements_procurementparty FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_67c88();



CREATE TRIGGER pgtrigger_update_update_67e04 AFTER UPDATE ON public.mbl_blackout FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_67e04();



CREATE TRIGGER pgtrigger_update_update_67ed6 AFTER UPDATE ON public.mbl_planchange FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_67ed6();



CREATE TRIGGER pgtrigger_update_update_6c229 AFTER UPDATE ON public.placements_purgeitem FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6c229();



CREATE TRIGGER pgtrigger_update_update_6c96b AFTER UPDATE ON public.followups_evidence FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6c96b();



CREATE TRIGGER pgtrigger_update_update_72824 AFTER UPDATE ON public.reminders_reminderrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_72824();



CREATE TRIGGER pgtrigger_update_update_742f3 AFTER UPDATE ON public.placements_disclosure FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_742f3();



CREATE TRIGGER pgtrigger_update_update_7c5b5 AFTER UPDATE ON public.actionplans_progressnote FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_7c5b5();



CREATE TRIGGER pgtrigger_update_update_7e878 AFTER UPDATE ON public.targets_namingdecision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_7e878();



CREATE TRIGGER pgtrigger_update_update_8095f AFTER UPDATE ON public.interchange_importchange FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8095f();



CREATE TRIGGER pgtrigger_update_update_81036 AFTER UPDATE ON public.mbl_veto FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_81036();



CREATE TRIGGER pgtrigger_update_update_816d1 AFTER UPDATE ON public.interchange_importrow FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_816d1();



CREATE TRIGGER pgtrigger_update_update_8173d AFTER UPDATE ON public.followups_deviation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8173d();



CREATE TRIGGER pgtrigger_update_update_835e2 AFTER UPDATE ON public.suppliers_supplier FOR EACH ROW WHEN (((old.created_at IS DISTINCT FROM new.created_at) OR (old.id IS DISTINCT FROM new.id) OR (old.is_demo IS DISTINCT FROM new.is_demo) OR (old.is_sole_trader IS DISTINCT FROM new.is_sole_trader) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.org_number)::text IS DISTINCT FROM (new.org_number)::text) OR (old.token IS DISTINCT FROM new.token))) EXECUTE FUNCTION public.pgtrigger_update_update_835e2();



CREATE TRIGGER pgtrigger_update_update_84bd2 AFTER UPDATE ON public.onboarding_onboarding FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_84bd2();



CREATE TRIGGER pgtrigger_update_update_8d897 AFTER UPDATE ON public.mbl_cooperationgroup FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8d897();



CREATE TRIGGER pgtrigger_update_update_93c40 AFTER UPDATE ON public.placements_consent FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_93c40();



CREATE TRIGGER pgtrigger_update_update_97fdf AFTER UPDATE ON public.procurements_extensionoption FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_97fdf();



CREATE TRIGGER pgtrigger_update_update_9c13c AFTER UPDATE ON public.reminders_outboxmail FOR EACH ROW WHEN (((old.created_at IS DISTINCT FROM new.created_at) OR (old.created_by_id IS DISTINCT FROM new.created_by_id) OR (old.due_at IS DISTINCT FROM new.due_at) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR ((old.last_answer)::text IS DISTINCT FROM (new.last_answer)::text) OR ((old.message_id)::text IS DISTINCT FROM (new.message_id)::text) OR (old.not_after IS DISTINCT FROM new.not_after) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.recipient_id IS DISTINCT FROM new.recipient_id) OR ((old.slot)::text IS DISTINCT FROM (new.slot)::text) OR ((old.subject)::text IS DISTINCT FROM (new.subject)::text) OR ((old.to_address)::text IS DISTINCT FROM (new.to_address)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_9c13c();



CREATE TRIGGER pgtrigger_update_update_9e5fc AFTER UPDATE ON public.accounts_organisation FOR EACH ROW WHEN (((old.active_from IS DISTINCT FROM new.active_from) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.id IS DISTINCT FROM new.id) OR (old.is_demo IS DISTINCT FROM new.is_demo) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR ((old.municipality_code)::text IS DISTINCT FROM (new.municipality_code)::text) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.org_number)::text IS DISTINCT FROM (new.org_number)::text) OR (old.small_number_limit IS DISTINCT FROM new.small_number_limit))) EXECUTE FUNCTION public.pgtrigger_update_update_9e5fc();



CREATE TRIGGER pgtrigger_update_update_9fac6 AFTER UPDATE ON public.mbl_answer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9fac6();



CREATE TRIGGER pgtrigger_update_update_9fde5 AFTER UPDATE ON public.mbl_unionrepresentative FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9fde5();



CREATE TRIGGER pgtrigger_update_update_9ffc5 AFTER UPDATE ON public.suppliers_suppliercontact FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9ffc5();



CREATE TRIGGER pgtrigger_update_update_a368a AFTER UPDATE ON public.procurements_threshold FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a368a();



CREATE TRIGGER pgtrigger_update_update_a3a21 AFTER UPDATE ON public.procurements_lot FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a3a21();



CREATE TRIGGER pgtrigger_update_update_a53f8 AFTER UPDATE ON public.followups_sanction FOR EACH ROW WHEN (((old.amount IS DISTINCT FROM new.amount) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.decided_by_id IS DISTINCT FROM new.decided_by_id) OR (old.decided_on IS DISTINCT FROM new.decided_on) OR (old.deviation_id IS DISTINCT FROM new.deviation_id) OR (old.id IS DISTINCT FROM new.id) OR (old.letter IS DISTINCT FROM new.letter) OR (old.made_by_id IS DISTINCT FROM new.made_by_id) OR ((old.mailed_to)::text IS DISTINCT FROM (new.mailed_to)::text) OR (old.motive IS DISTINCT FROM new.motive) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.override_motive IS DISTINCT FROM new.override_motive) OR (old.penalty_units IS DISTINCT FROM new.penalty_units) OR (old.rectify_by IS DISTINCT FROM new.rectify_by) OR (old.replied_on IS DISTINCT FROM new.replied_on) OR ((old.replier)::text IS DISTINCT FROM (new.replier)::text) OR (old.reply IS DISTINCT FROM new.reply) OR (old.reply_by IS DISTINCT FROM new.reply_by) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR ((old.step)::text IS DISTINCT FROM (new.step)::text) OR (old.token IS DISTINCT FROM new.token) OR (old.updated_at IS DISTINCT FROM new.updated_at))) EXECUTE FUNCTION public.pgtrigger_update_update_a53f8();



CREATE TRIGGER pgtrigger_update_update_aa094 AFTER UPDATE ON public.targets_chartcomment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_aa094();



CREATE TRIGGER pgtrigger_update_update_aec72 AFTER UPDATE ON public.mbl_cooperationagreement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_aec72();



CREATE TRIGGER pgtrigger_update_update_afd13 AFTER UPDATE ON public.accounts_department FOR EACH ROW WHEN (((old.contact_id IS DISTINCT FROM new.contact_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.head_id IS DISTINCT FROM new.head_id) OR (old.id IS DISTINCT FROM new.id) OR (old.is_active IS DISTINCT FROM new.is_active) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.token IS DISTINCT FROM new.token))) EXECUTE FUNCTION public.pgtrigger_update_update_afd13();



CREATE TRIGGER pgtrigger_update_update_b017e AFTER UPDATE ON public.placements_targetgroup FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b017e();



CREATE TRIGGER pgtrigger_update_update_b5e25 AFTER UPDATE ON public.actionplans_seminar FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b5e25();



CREATE TRIGGER pgtrigger_update_update_b61b1 AFTER UPDATE ON public.placements_participantmerge FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b61b1();



CREATE TRIGGER pgtrigger_update_update_bc762 AFTER UPDATE ON public.followups_placementline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_bc762();



CREATE TRIGGER pgtrigger_update_update_be0ca AFTER UPDATE ON public.actionplans_seminarlink FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_be0ca();



CREATE TRIGGER pgtrigger_update_update_be708 AFTER UPDATE ON public.mbl_assessment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_be708();



CREATE TRIGGER pgtrigger_update_update_bf23f AFTER UPDATE ON public.placements_retentionrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_bf23f();



CREATE TRIGGER pgtrigger_update_update_c23f6 AFTER UPDATE ON public.placements_matchingsettings FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c23f6();



CREATE TRIGGER pgtrigger_update_update_c3ab0 AFTER UPDATE ON public.reminders_reminder FOR EACH ROW WHEN ((((old.audience)::text IS DISTINCT FROM (new.audience)::text) OR ((old.context)::text IS DISTINCT FROM (new.context)::text) OR ((old.context_url)::text IS DISTINCT FROM (new.context_url)::text) OR (old.created_at IS DISTINCT FROM new.created_at) OR ((old.deadline_key)::text IS DISTINCT FROM (new.deadline_key)::text) OR (old.department_id IS DISTINCT FROM new.department_id) OR (old.due_on IS DISTINCT FROM new.due_on) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR ((old.permission)::text IS DISTINCT FROM (new.permission)::text) OR (old.recipient_id IS DISTINCT FROM new.recipient_id) OR (old.send_on IS DISTINCT FROM new.send_on) OR ((old.step)::text IS DISTINCT FROM (new.step)::text) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR ((old.url)::text IS DISTINCT FROM (new.url)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_c3ab0();



CREATE TRIGGER pgtrigger_update_update_c710a AFTER UPDATE ON public.interchange_columnmapping FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c710a();



CREATE TRIGGER pgtrigger_update_update_c7863 AFTER UPDATE ON public.mbl_groupmeeting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c7863();



CREATE TRIGGER pgtrigger_update_update_c8f56 AFTER UPDATE ON public.followups_meetingitem FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c8f56();



CREATE TRIGGER pgtrigger_update_update_cf6a0 AFTER UPDATE ON public.reminders_calendarfeed FOR EACH ROW WHEN (((old.created_at IS DISTINCT FROM new.created_at) OR (old.department_id IS DISTINCT FROM new.department_id) OR (old.id IS DISTINCT FROM new.id) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.renewed_at IS DISTINCT FROM new.renewed_at) OR (old.user_id IS DISTINCT FROM new.user_id))) EXECUTE FUNCTION public.pgtrigger_update_update_cf6a0();



CREATE TRIGGER pgtrigger_update_update_d05de AFTER UPDATE ON public.placements_pause FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d05de();



CREATE TRIGGER pgtrigger_update_update_d1a15 AFTER UPDATE ON public.procurements_guidelineversion FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d1a15();



CREATE TRIGGER pgtrigger_update_update_d5f75 AFTER UPDATE ON public.mbl_agreementunion FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d5f75();



CREATE TRIGGER pgtrigger_update_update_dadd3 AFTER UPDATE ON public.accounts_savedfilter FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_dadd3();



CREATE TRIGGER pgtrigger_update_update_de0cb AFTER UPDATE ON public.followups_meetingtask FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_de0cb();



CREATE TRIGGER pgtrigger_update_update_e5460 AFTER UPDATE ON public.procurements_requirement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e5460();



CREATE TRIGGER pgtrigger_update_update_e80e1 AFTER UPDATE ON public.suppliers_supplieralias FOR EACH ROW WHEN (((old.created_at IS DISTINCT FROM new.created_at) OR (old.id IS DISTINCT FROM new.id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.supplier_id IS DISTINCT FROM new.supplier_id))) EXECUTE FUNCTION public.pgtrigger_update_update_e80e1();



CREATE TRIGGER pgtrigger_update_update_e9653 AFTER UPDATE ON public.procurements_cpvcode FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e9653();



CREATE TRIGGER pgtrigger_update_update_eb796 AFTER UPDATE ON public.placements_followup FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_eb796();



CREATE TRIGGER pgtrigger_update_update_ebc66 AFTER UPDATE ON public.followups_meeting FOR EACH ROW WHEN (((old.agreed IS DISTINCT FROM new.agreed) OR (old.attendance IS DISTINCT FROM new.attendance) OR (old.cancelled_reason IS DISTINCT FROM new.cancelled_reason) OR (old.closed_at IS DISTINCT FROM new.closed_at) OR (old.closed_by_id IS DISTINCT FROM new.closed_by_id) OR (old.contract_id IS DISTINCT FROM new.contract_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR ((old.form)::text IS DISTINCT FROM (new.form)::text) OR (old.good_experience IS DISTINCT FROM new.good_experience) OR (old.held_on IS DISTINCT FROM new.held_on) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.made_by_id IS DISTINCT FROM new.made_by_id) OR (old.next_on IS DISTINCT FROM new.next_on) OR (old.obstacles IS DISTINCT FROM new.obstacles) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR ((old.place)::text IS DISTINCT FROM (new.place)::text) OR (old.planned_at IS DISTINCT FROM new.planned_at) OR (old.point_id IS DISTINCT FROM new.point_id) OR (old.procurement_id IS DISTINCT FROM new.procurement_id) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.token IS DISTINCT FROM new.token) OR (old.updated_at IS DISTINCT FROM new.updated_at))) EXECUTE FUNCTION public.pgtrigger_update_update_ebc66();



CREATE TRIGGER pgtrigger_update_update_f1fdd AFTER UPDATE ON public.procurements_clause FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f1fdd();



CREATE TRIGGER pgtrigger_update_update_f58f9 AFTER UPDATE ON public.reminders_bouncingaddress FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f58f9();



CREATE TRIGGER pgtrigger_update_update_fb434 AFTER UPDATE ON public.procurements_contract FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_fb434();



CREATE CONSTRAINT TRIGGER placements_activity_contract_is_ours AFTER INSERT OR UPDATE OF contract_id, organisation_id ON public.placements_activity DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.contract_id IS NOT NULL)) EXECUTE FUNCTION public.placements_contract_is_ours();



CREATE CONSTRAINT TRIGGER placements_placement_contract_is_ours AFTER INSERT OR UPDATE OF contract_id, organisation_id ON public.placements_placement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.contract_id IS NOT NULL)) EXECUTE FUNCTION public.placements_contract_is_ours();



CREATE CONSTRAINT TRIGGER placements_placeoffer_contract_is_ours AFTER INSERT OR UPDATE OF contract_id, organisation_id ON public.placements_placeoffer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.contract_id IS NOT NULL)) EXECUTE FUNCTION public.placements_contract_is_ours();



CREATE CONSTRAINT TRIGGER procurements_party_stays AFTER DELETE OR UPDATE OF organisation_id, procurement_id ON public.procurements_procurementparty DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.placements_party_stays();



ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_department
    ADD CONSTRAINT accounts_department_contact_id_cf1a154f_fk_accounts_user_id FOREIGN KEY (contact_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_department
    ADD CONSTRAINT accounts_department_head_id_d5b22056_fk_accounts_user_id FOREIGN KEY (head_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_department
    ADD CONSTRAINT accounts_department_organisation_id_b38c6059_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_accepted_by_id_ba632539_fk_accounts_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_department_id_daf40ae5_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_invited_by_id_94a21efc_fk_accounts_user_id FOREIGN KEY (invited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_organisation_id_b7f9480b_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_department_id_42e4d78d_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_organisation_id_98e5c22b_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_membership
    ADD CONSTRAINT accounts_membership_user_id_487fb39e_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_savedfilter
    ADD CONSTRAINT accounts_savedfilter_organisation_id_0ffcd466_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.accounts_savedfilter
    ADD CONSTRAINT accounts_savedfilter_user_id_3251a328_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_goal
    ADD CONSTRAINT actionplans_goal_created_by_id_4b0a2793_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_goal
    ADD CONSTRAINT actionplans_goal_done_by_id_66547c7b_fk_accounts_user_id FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_goal
    ADD CONSTRAINT actionplans_goal_item_id_e729dabb_fk_actionplans_item_id FOREIGN KEY (item_id) REFERENCES public.actionplans_item(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_goal
    ADD CONSTRAINT actionplans_goal_item_id_same_organisation FOREIGN KEY (item_id, organisation_id) REFERENCES public.actionplans_item(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_goal
    ADD CONSTRAINT actionplans_goal_organisation_id_d5f0cf79_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_carried_from_id_967d8564_fk_actionpla FOREIGN KEY (carried_from_id) REFERENCES public.actionplans_item(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_carried_from_id_same_organisation FOREIGN KEY (carried_from_id, organisation_id) REFERENCES public.actionplans_item(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_created_by_id_f040f901_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_organisation_id_49880928_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_plan_id_4a765c25_fk_actionplans_plan_id FOREIGN KEY (plan_id) REFERENCES public.actionplans_plan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_plan_id_same_organisation FOREIGN KEY (plan_id, organisation_id) REFERENCES public.actionplans_plan(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_item
    ADD CONSTRAINT actionplans_item_responsible_id_90b68f6b_fk_accounts_user_id FOREIGN KEY (responsible_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_itemlink
    ADD CONSTRAINT actionplans_itemlink_guideline_id_83d18a57_fk_procureme FOREIGN KEY (guideline_id) REFERENCES public.procurements_guidelineversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_itemlink
    ADD CONSTRAINT actionplans_itemlink_guideline_id_same_organisation FOREIGN KEY (guideline_id, organisation_id) REFERENCES public.procurements_guidelineversion(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_itemlink
    ADD CONSTRAINT actionplans_itemlink_item_id_3a985c87_fk_actionplans_item_id FOREIGN KEY (item_id) REFERENCES public.actionplans_item(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_itemlink
    ADD CONSTRAINT actionplans_itemlink_item_id_same_organisation FOREIGN KEY (item_id, organisation_id) REFERENCES public.actionplans_item(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_itemlink
    ADD CONSTRAINT actionplans_itemlink_organisation_id_102dd3b9_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_itemlink
    ADD CONSTRAINT actionplans_itemlink_procurement_id_4fa3659c_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_itemlink
    ADD CONSTRAINT actionplans_itemlink_procurement_id_same_organisation FOREIGN KEY (procurement_id, organisation_id) REFERENCES public.procurements_procurement(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_plan
    ADD CONSTRAINT actionplans_plan_carried_from_id_fb25067a_fk_actionpla FOREIGN KEY (carried_from_id) REFERENCES public.actionplans_plan(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_plan
    ADD CONSTRAINT actionplans_plan_carried_from_id_same_organisation FOREIGN KEY (carried_from_id, organisation_id) REFERENCES public.actionplans_plan(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_plan
    ADD CONSTRAINT actionplans_plan_created_by_id_0623cc53_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_plan
    ADD CONSTRAINT actionplans_plan_organisation_id_92a988fc_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_plan
    ADD CONSTRAINT actionplans_plan_published_by_id_9397396e_fk_accounts_user_id FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_progressnote
    ADD CONSTRAINT actionplans_progress_item_id_fc413db7_fk_actionpla FOREIGN KEY (item_id) REFERENCES public.actionplans_item(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_progressnote
    ADD CONSTRAINT actionplans_progress_organisation_id_ecfc26e1_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_progressnote
    ADD CONSTRAINT actionplans_progress_written_by_id_3f8f52b0_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_progressnote
    ADD CONSTRAINT actionplans_progressnote_item_id_same_organisation FOREIGN KEY (item_id, organisation_id) REFERENCES public.actionplans_item(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminar
    ADD CONSTRAINT actionplans_seminar_created_by_id_1d8fa069_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminar
    ADD CONSTRAINT actionplans_seminar_organisation_id_db00b8f3_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminar
    ADD CONSTRAINT actionplans_seminar_responsible_id_208b2185_fk_accounts_user_id FOREIGN KEY (responsible_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarlink
    ADD CONSTRAINT actionplans_seminarl_guideline_id_2ac477f4_fk_procureme FOREIGN KEY (guideline_id) REFERENCES public.procurements_guidelineversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarlink
    ADD CONSTRAINT actionplans_seminarl_organisation_id_038d592f_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarlink
    ADD CONSTRAINT actionplans_seminarl_seminar_id_a26bc05d_fk_actionpla FOREIGN KEY (seminar_id) REFERENCES public.actionplans_seminar(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarlink
    ADD CONSTRAINT actionplans_seminarlink_guideline_id_same_organisation FOREIGN KEY (guideline_id, organisation_id) REFERENCES public.procurements_guidelineversion(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarlink
    ADD CONSTRAINT actionplans_seminarlink_item_id_d46e2a66_fk_actionplans_item_id FOREIGN KEY (item_id) REFERENCES public.actionplans_item(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarlink
    ADD CONSTRAINT actionplans_seminarlink_item_id_same_organisation FOREIGN KEY (item_id, organisation_id) REFERENCES public.actionplans_item(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarlink
    ADD CONSTRAINT actionplans_seminarlink_seminar_id_same_organisation FOREIGN KEY (seminar_id, organisation_id) REFERENCES public.actionplans_seminar(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarside
    ADD CONSTRAINT actionplans_seminars_department_id_9d916575_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarside
    ADD CONSTRAINT actionplans_seminars_organisation_id_693fbd35_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarside
    ADD CONSTRAINT actionplans_seminars_seminar_id_09095434_fk_actionpla FOREIGN KEY (seminar_id) REFERENCES public.actionplans_seminar(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_seminarside
    ADD CONSTRAINT actionplans_seminarside_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_takingpart
    ADD CONSTRAINT actionplans_takingpa_department_id_c2ae69f6_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_takingpart
    ADD CONSTRAINT actionplans_takingpa_organisation_id_97869cf8_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_takingpart
    ADD CONSTRAINT actionplans_takingpart_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.actionplans_takingpart
    ADD CONSTRAINT actionplans_takingpart_item_id_5bed07c2_fk_actionplans_item_id FOREIGN KEY (item_id) REFERENCES public.actionplans_item(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_approval
    ADD CONSTRAINT followups_approval_by_id_435d8509_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_approval
    ADD CONSTRAINT followups_approval_meeting_id_430a4ca7_fk_followups_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.followups_meeting(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_closed_by_id_3225dd16_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_contract_id_db6af10c_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_contract_id_same_organisation FOREIGN KEY (contract_id, organisation_id) REFERENCES public.procurements_contract(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_made_by_id_02791147_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_meeting_id_65388fba_fk_followups_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.followups_meeting(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_meeting_id_same_contract FOREIGN KEY (meeting_id, contract_id) REFERENCES public.followups_meeting(id, contract_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_organisation_id_dbb4060f_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_owner_id_b62d3ed7_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_point_id_9765b35e_fk_followups_point_id FOREIGN KEY (point_id) REFERENCES public.followups_point(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_point_id_same_contract FOREIGN KEY (point_id, contract_id) REFERENCES public.followups_point(id, contract_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_request_id_77f65763_fk_followups FOREIGN KEY (request_id) REFERENCES public.followups_reportrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_request_id_same_contract FOREIGN KEY (request_id, contract_id) REFERENCES public.followups_reportrequest(id, contract_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_requirement_id_3b223706_fk_procureme FOREIGN KEY (requirement_id) REFERENCES public.procurements_requirement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_deviation
    ADD CONSTRAINT followups_deviation_requirement_id_same_contract FOREIGN KEY (requirement_id, contract_id) REFERENCES public.procurements_requirement(id, contract_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_evaluation
    ADD CONSTRAINT followups_evaluation_contract_id_c3f43cc6_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_evaluation
    ADD CONSTRAINT followups_evaluation_contract_id_same_organisation FOREIGN KEY (contract_id, organisation_id) REFERENCES public.procurements_contract(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_evaluation
    ADD CONSTRAINT followups_evaluation_made_by_id_c42b1386_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_evaluation
    ADD CONSTRAINT followups_evaluation_organisation_id_f56ce76e_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_evidence
    ADD CONSTRAINT followups_evidence_line_id_62a1c0f7_fk_followups_reportline_id FOREIGN KEY (line_id) REFERENCES public.followups_reportline(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_evidence
    ADD CONSTRAINT followups_evidence_line_id_same_request FOREIGN KEY (line_id, request_id) REFERENCES public.followups_reportline(id, request_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_evidence
    ADD CONSTRAINT followups_evidence_request_id_d5e8240b_fk_followups FOREIGN KEY (request_id) REFERENCES public.followups_reportrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_evidence
    ADD CONSTRAINT followups_evidence_uploaded_by_id_1633b463_fk_accounts_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_followupplan
    ADD CONSTRAINT followups_followuppl_contact_id_c2e11c46_fk_suppliers FOREIGN KEY (contact_id) REFERENCES public.suppliers_suppliercontact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_followupplan
    ADD CONSTRAINT followups_followuppl_contract_id_3b18f6a5_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_followupplan
    ADD CONSTRAINT followups_followuppl_decided_by_id_1f513ce8_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_followupplan
    ADD CONSTRAINT followups_followuppl_organisation_id_58d11844_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_followupplan
    ADD CONSTRAINT followups_followupplan_contract_id_same_organisation FOREIGN KEY (contract_id, organisation_id) REFERENCES public.procurements_contract(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_intensityrule
    ADD CONSTRAINT followups_intensityr_organisation_id_838001f7_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_closed_by_id_f4919dd6_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_contract_id_2f6fdc13_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_contract_id_same_organisation FOREIGN KEY (contract_id, organisation_id) REFERENCES public.procurements_contract(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_contract_id_same_procurement FOREIGN KEY (contract_id, procurement_id) REFERENCES public.procurements_contract(id, procurement_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_made_by_id_d8a0db2c_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_organisation_id_10306158_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_point_id_7290ed2c_fk_followups_point_id FOREIGN KEY (point_id) REFERENCES public.followups_point(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_point_id_same_contract FOREIGN KEY (point_id, contract_id) REFERENCES public.followups_point(id, contract_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_procurement_id_82d82da9_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meeting
    ADD CONSTRAINT followups_meeting_procurement_id_same_organisation FOREIGN KEY (procurement_id, organisation_id) REFERENCES public.procurements_procurement(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meetingitem
    ADD CONSTRAINT followups_meetingite_meeting_id_69041491_fk_followups FOREIGN KEY (meeting_id) REFERENCES public.followups_meeting(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meetingitem
    ADD CONSTRAINT followups_meetingite_requirement_id_75cdcba1_fk_procureme FOREIGN KEY (requirement_id) REFERENCES public.procurements_requirement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meetingtask
    ADD CONSTRAINT followups_meetingtas_meeting_id_38965f94_fk_followups FOREIGN KEY (meeting_id) REFERENCES public.followups_meeting(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_meetingtask
    ADD CONSTRAINT followups_meetingtask_done_by_id_99dcc560_fk_accounts_user_id FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_placementline
    ADD CONSTRAINT followups_placementl_placement_id_3a11007a_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_placementline
    ADD CONSTRAINT followups_placementl_request_id_77457b7a_fk_followups FOREIGN KEY (request_id) REFERENCES public.followups_reportrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_point
    ADD CONSTRAINT followups_point_contract_id_1e5f7529_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_point
    ADD CONSTRAINT followups_point_contract_id_same_organisation FOREIGN KEY (contract_id, organisation_id) REFERENCES public.procurements_contract(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_point
    ADD CONSTRAINT followups_point_made_by_id_31be9e83_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_point
    ADD CONSTRAINT followups_point_organisation_id_137e36e8_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportevent
    ADD CONSTRAINT followups_reporteven_request_id_c6f13aac_fk_followups FOREIGN KEY (request_id) REFERENCES public.followups_reportrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportevent
    ADD CONSTRAINT followups_reportevent_by_id_6974b582_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportline
    ADD CONSTRAINT followups_reportline_request_id_ad1075ca_fk_followups FOREIGN KEY (request_id) REFERENCES public.followups_reportrequest(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportline
    ADD CONSTRAINT followups_reportline_requirement_id_21a682f6_fk_procureme FOREIGN KEY (requirement_id) REFERENCES public.procurements_requirement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequ_asked_by_id_cec5b49d_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequ_contract_id_ab8681ad_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequ_organisation_id_20c1dc37_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequ_settled_by_id_ab38c4e1_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequ_supplier_id_e3bbceba_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequest_contract_id_same_organisation FOREIGN KEY (contract_id, organisation_id) REFERENCES public.procurements_contract(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequest_point_id_7f2ef062_fk_followups_point_id FOREIGN KEY (point_id) REFERENCES public.followups_point(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_reportrequest
    ADD CONSTRAINT followups_reportrequest_point_id_same_contract FOREIGN KEY (point_id, contract_id) REFERENCES public.followups_point(id, contract_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sample
    ADD CONSTRAINT followups_sample_drawn_by_id_fd040632_fk_accounts_user_id FOREIGN KEY (drawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sample
    ADD CONSTRAINT followups_sample_organisation_id_b24ee451_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sampleitem
    ADD CONSTRAINT followups_sampleitem_contract_id_1173f739_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sampleitem
    ADD CONSTRAINT followups_sampleitem_contract_id_same_organisation FOREIGN KEY (contract_id, organisation_id) REFERENCES public.procurements_contract(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sampleitem
    ADD CONSTRAINT followups_sampleitem_organisation_id_c844d7eb_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sampleitem
    ADD CONSTRAINT followups_sampleitem_sample_id_69b7f9cb_fk_followups_sample_id FOREIGN KEY (sample_id) REFERENCES public.followups_sample(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sampleitem
    ADD CONSTRAINT followups_sampleitem_sample_id_same_organisation FOREIGN KEY (sample_id, organisation_id) REFERENCES public.followups_sample(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sampleitem
    ADD CONSTRAINT followups_sampleitem_settled_by_id_dc8c1da5_fk_accounts_user_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sanction
    ADD CONSTRAINT followups_sanction_decided_by_id_03e904c2_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sanction
    ADD CONSTRAINT followups_sanction_deviation_id_a918a3f0_fk_followups FOREIGN KEY (deviation_id) REFERENCES public.followups_deviation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sanction
    ADD CONSTRAINT followups_sanction_deviation_id_same_organisation FOREIGN KEY (deviation_id, organisation_id) REFERENCES public.followups_deviation(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sanction
    ADD CONSTRAINT followups_sanction_made_by_id_a79f1fa6_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.followups_sanction
    ADD CONSTRAINT followups_sanction_organisation_id_b31807ad_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.interchange_columnmapping
    ADD CONSTRAINT interchange_columnma_organisation_id_18cc28f1_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.interchange_importbatch
    ADD CONSTRAINT interchange_importba_created_by_id_8a621293_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.interchange_importbatch
    ADD CONSTRAINT interchange_importba_organisation_id_2ba68400_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.interchange_importbatch
    ADD CONSTRAINT interchange_importba_undone_by_id_3765dc9d_fk_accounts_ FOREIGN KEY (undone_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.interchange_importchange
    ADD CONSTRAINT interchange_importch_batch_id_d338b0ee_fk_interchan FOREIGN KEY (batch_id) REFERENCES public.interchange_importbatch(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.interchange_importrow
    ADD CONSTRAINT interchange_importro_batch_id_dd135321_fk_interchan FOREIGN KEY (batch_id) REFERENCES public.interchange_importbatch(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_agreementdepartment
    ADD CONSTRAINT mbl_agreementdepartm_agreement_id_6b716cea_fk_mbl_coope FOREIGN KEY (agreement_id) REFERENCES public.mbl_cooperationagreement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_agreementdepartment
    ADD CONSTRAINT mbl_agreementdepartm_department_id_ade140d1_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_agreementunion
    ADD CONSTRAINT mbl_agreementunion_agreement_id_4c62c26d_fk_mbl_coope FOREIGN KEY (agreement_id) REFERENCES public.mbl_cooperationagreement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_agreementunion
    ADD CONSTRAINT mbl_agreementunion_union_id_9a26cb42_fk_mbl_union_id FOREIGN KEY (union_id) REFERENCES public.mbl_union(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_answer
    ADD CONSTRAINT mbl_answer_answered_by_id_59fb0867_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_answer
    ADD CONSTRAINT mbl_answer_assessment_id_79ff2a31_fk_mbl_assessment_id FOREIGN KEY (assessment_id) REFERENCES public.mbl_assessment(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_assessment
    ADD CONSTRAINT mbl_assessment_decided_by_id_d9b11a4c_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_assessment
    ADD CONSTRAINT mbl_assessment_department_id_55bed08c_fk_accounts_department_id FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_assessment
    ADD CONSTRAINT mbl_assessment_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_assessment
    ADD CONSTRAINT mbl_assessment_organisation_id_6f070cbf_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_assessment
    ADD CONSTRAINT mbl_assessment_procurement_id_abd29297_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_blackout
    ADD CONSTRAINT mbl_blackout_department_id_78c400c7_fk_accounts_department_id FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_blackout
    ADD CONSTRAINT mbl_blackout_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_blackout
    ADD CONSTRAINT mbl_blackout_organisation_id_41244ec6_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_blackout
    ADD CONSTRAINT mbl_blackout_union_id_c6cc08c0_fk_mbl_union_id FOREIGN KEY (union_id) REFERENCES public.mbl_union(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_blackout
    ADD CONSTRAINT mbl_blackout_union_id_same_organisation FOREIGN KEY (union_id, organisation_id) REFERENCES public.mbl_union(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_checklisttemplate
    ADD CONSTRAINT mbl_checklisttemplat_created_by_id_00f2418f_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_checklisttemplate
    ADD CONSTRAINT mbl_checklisttemplat_organisation_id_1552a643_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_comment
    ADD CONSTRAINT mbl_comment_by_id_2f6083c7_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_comment
    ADD CONSTRAINT mbl_comment_consultation_id_69291893_fk_mbl_consultation_id FOREIGN KEY (consultation_id) REFERENCES public.mbl_consultation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_agreement_id_3fc78ce9_fk_mbl_coope FOREIGN KEY (agreement_id) REFERENCES public.mbl_cooperationagreement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_assessment_id_ed5b21f2_fk_mbl_assessment_id FOREIGN KEY (assessment_id) REFERENCES public.mbl_assessment(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_assessment_id_same_organisation FOREIGN KEY (assessment_id, organisation_id) REFERENCES public.mbl_assessment(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_department_id_ea59662a_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_minutes_approved_uni_25234c25_fk_accounts_ FOREIGN KEY (minutes_approved_union_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_organisation_id_63a0e6e5_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_procurement_id_7cc70991_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_supplier_id_6f3246f2_fk_suppliers_supplier_id FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_template_id_d586ed65_fk_mbl_check FOREIGN KEY (template_id) REFERENCES public.mbl_checklisttemplate(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_union_id_a4ae52ce_fk_mbl_union_id FOREIGN KEY (union_id) REFERENCES public.mbl_union(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_consultation
    ADD CONSTRAINT mbl_consultation_union_id_same_organisation FOREIGN KEY (union_id, organisation_id) REFERENCES public.mbl_union(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_cooperationagreement
    ADD CONSTRAINT mbl_cooperationagree_organisation_id_38c73fe5_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_cooperationgroup
    ADD CONSTRAINT mbl_cooperationgroup_agreement_id_61283b36_fk_mbl_coope FOREIGN KEY (agreement_id) REFERENCES public.mbl_cooperationagreement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_cooperationgroup
    ADD CONSTRAINT mbl_cooperationgroup_department_id_4d19adc6_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_document
    ADD CONSTRAINT mbl_document_consultation_id_1cab35e6_fk_mbl_consultation_id FOREIGN KEY (consultation_id) REFERENCES public.mbl_consultation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_document
    ADD CONSTRAINT mbl_document_uploaded_by_id_dd98b76a_fk_accounts_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_groupmeeting
    ADD CONSTRAINT mbl_groupmeeting_group_id_5bc9383c_fk_mbl_cooperationgroup_id FOREIGN KEY (group_id) REFERENCES public.mbl_cooperationgroup(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_override
    ADD CONSTRAINT mbl_override_created_by_id_a87c2940_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_override
    ADD CONSTRAINT mbl_override_department_id_90a07dcf_fk_accounts_department_id FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_override
    ADD CONSTRAINT mbl_override_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_override
    ADD CONSTRAINT mbl_override_organisation_id_5ebceaf2_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_override
    ADD CONSTRAINT mbl_override_procurement_id_09579a94_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_planchange
    ADD CONSTRAINT mbl_planchange_assessment_id_92ce77d8_fk_mbl_assessment_id FOREIGN KEY (assessment_id) REFERENCES public.mbl_assessment(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_planchange
    ADD CONSTRAINT mbl_planchange_seen_by_id_ae41a378_fk_accounts_user_id FOREIGN KEY (seen_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_plansettings
    ADD CONSTRAINT mbl_plansettings_organisation_id_fff44f9a_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_union
    ADD CONSTRAINT mbl_union_central_id_e4cb1169_fk_mbl_union_id FOREIGN KEY (central_id) REFERENCES public.mbl_union(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_union
    ADD CONSTRAINT mbl_union_central_id_same_organisation FOREIGN KEY (central_id, organisation_id) REFERENCES public.mbl_union(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_union
    ADD CONSTRAINT mbl_union_organisation_id_996e2496_fk_accounts_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_uniondepartment
    ADD CONSTRAINT mbl_uniondepartment_department_id_b35b151b_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_uniondepartment
    ADD CONSTRAINT mbl_uniondepartment_union_id_affb092e_fk_mbl_union_id FOREIGN KEY (union_id) REFERENCES public.mbl_union(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_unionrepresentative
    ADD CONSTRAINT mbl_unionrepresentative_union_id_baeefdce_fk_mbl_union_id FOREIGN KEY (union_id) REFERENCES public.mbl_union(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_unionrepresentative
    ADD CONSTRAINT mbl_unionrepresentative_user_id_2fb210ac_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_veto
    ADD CONSTRAINT mbl_veto_consultation_id_031799a7_fk_mbl_consultation_id FOREIGN KEY (consultation_id) REFERENCES public.mbl_consultation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_veto
    ADD CONSTRAINT mbl_veto_procurement_id_7c3e4b83_fk_procurements_procurement_id FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_veto
    ADD CONSTRAINT mbl_veto_supplier_id_7dab5a98_fk_suppliers_supplier_id FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.mbl_veto
    ADD CONSTRAINT mbl_veto_union_id_700a11b5_fk_mbl_union_id FOREIGN KEY (union_id) REFERENCES public.mbl_union(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.onboarding_onboarding
    ADD CONSTRAINT onboarding_onboardin_created_by_id_e29f655a_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.onboarding_onboarding
    ADD CONSTRAINT onboarding_onboardin_finished_by_id_d975fd46_fk_accounts_ FOREIGN KEY (finished_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.onboarding_onboardingstep
    ADD CONSTRAINT onboarding_onboardin_onboarding_id_9c43a5bf_fk_onboardin FOREIGN KEY (onboarding_id) REFERENCES public.onboarding_onboarding(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.onboarding_onboarding
    ADD CONSTRAINT onboarding_onboardin_organisation_id_51244f73_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.onboarding_onboarding
    ADD CONSTRAINT onboarding_onboardin_responsible_id_8a5a911a_fk_accounts_ FOREIGN KEY (responsible_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.onboarding_onboardingstep
    ADD CONSTRAINT onboarding_onboardin_written_by_id_3d52692f_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_activity
    ADD CONSTRAINT placements_activity_contract_id_4cf0985a_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_activity
    ADD CONSTRAINT placements_activity_created_by_id_3219da49_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_activity
    ADD CONSTRAINT placements_activity_organisation_id_131061b4_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_activity
    ADD CONSTRAINT placements_activity_supplier_id_435eda73_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_consent
    ADD CONSTRAINT placements_consent_participant_id_f29bcd42_fk_placement FOREIGN KEY (participant_id) REFERENCES public.placements_participant(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_consent
    ADD CONSTRAINT placements_consent_recorded_by_id_5e404e66_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_consent
    ADD CONSTRAINT placements_consent_supplier_id_9ac50cc5_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_consent
    ADD CONSTRAINT placements_consent_withdrawn_by_id_53887ae2_fk_accounts_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_credit
    ADD CONSTRAINT placements_credit_contract_id_74276a23_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_credit
    ADD CONSTRAINT placements_credit_contract_id_same_organisation FOREIGN KEY (contract_id, organisation_id) REFERENCES public.procurements_contract(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_credit
    ADD CONSTRAINT placements_credit_granted_by_id_8aa95083_fk_accounts_user_id FOREIGN KEY (granted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_credit
    ADD CONSTRAINT placements_credit_organisation_id_dc5dc5a2_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_credit
    ADD CONSTRAINT placements_credit_requirement_id_1c825e4b_fk_procureme FOREIGN KEY (requirement_id) REFERENCES public.procurements_requirement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_credit
    ADD CONSTRAINT placements_credit_requirement_id_same_contract FOREIGN KEY (requirement_id, contract_id) REFERENCES public.procurements_requirement(id, contract_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_credit
    ADD CONSTRAINT placements_credit_withdrawn_by_id_24dfe1db_fk_accounts_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_disclosure
    ADD CONSTRAINT placements_disclosur_consent_id_b5abc259_fk_placement FOREIGN KEY (consent_id) REFERENCES public.placements_consent(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_disclosure
    ADD CONSTRAINT placements_disclosur_placement_id_323d766a_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_disclosure
    ADD CONSTRAINT placements_disclosur_recorded_by_id_72494155_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_disclosure
    ADD CONSTRAINT placements_disclosur_supplier_id_98a35164_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_followup
    ADD CONSTRAINT placements_followup_answered_by_id_3df32f9c_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_followup
    ADD CONSTRAINT placements_followup_placement_id_38a8cc52_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_matchingsettings
    ADD CONSTRAINT placements_matchings_organisation_id_03addd05_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participa_created_by_id_eb10cfaa_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participantmerge
    ADD CONSTRAINT placements_participa_kept_id_adfe099f_fk_placement FOREIGN KEY (kept_id) REFERENCES public.placements_participant(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participantmerge
    ADD CONSTRAINT placements_participa_made_by_id_69c9fba6_fk_accounts_ FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participantmerge
    ADD CONSTRAINT placements_participa_merged_id_159fdc48_fk_placement FOREIGN KEY (merged_id) REFERENCES public.placements_participant(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participa_merged_into_id_4d3b6daa_fk_placement FOREIGN KEY (merged_into_id) REFERENCES public.placements_participant(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participa_organisation_id_950f7bc3_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participantmerge
    ADD CONSTRAINT placements_participa_organisation_id_f77d31b2_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participa_target_group_id_99b0a1f1_fk_placement FOREIGN KEY (target_group_id) REFERENCES public.placements_targetgroup(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participantmerge
    ADD CONSTRAINT placements_participa_undone_by_id_cf65205a_fk_accounts_ FOREIGN KEY (undone_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participant_matcher_id_35819997_fk_accounts_user_id FOREIGN KEY (matcher_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participant_merged_into_id_same_organisation FOREIGN KEY (merged_into_id, organisation_id) REFERENCES public.placements_participant(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participant
    ADD CONSTRAINT placements_participant_target_group_id_same_organisation FOREIGN KEY (target_group_id, organisation_id) REFERENCES public.placements_targetgroup(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participantmerge
    ADD CONSTRAINT placements_participantmerge_kept_id_same_organisation FOREIGN KEY (kept_id, organisation_id) REFERENCES public.placements_participant(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_participantmerge
    ADD CONSTRAINT placements_participantmerge_merged_id_same_organisation FOREIGN KEY (merged_id, organisation_id) REFERENCES public.placements_participant(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_pause
    ADD CONSTRAINT placements_pause_created_by_id_5f079a2f_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_pause
    ADD CONSTRAINT placements_pause_placement_id_bc99c543_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_contract_id_d3dc2094_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_created_by_id_2ebac1ee_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_offer_id_595ca3ba_fk_placement FOREIGN KEY (offer_id) REFERENCES public.placements_placeoffer(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_offer_id_same_organisation FOREIGN KEY (offer_id, organisation_id) REFERENCES public.placements_placeoffer(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_organisation_id_85e31323_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_participant_id_07219460_fk_placement FOREIGN KEY (participant_id) REFERENCES public.placements_participant(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_participant_id_same_organisation FOREIGN KEY (participant_id, organisation_id) REFERENCES public.placements_participant(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_supplier_id_fb7ade44_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_undone_by_id_ee9e1286_fk_accounts_user_id FOREIGN KEY (undone_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placeoffer
    ADD CONSTRAINT placements_placeoffe_contract_id_8eac0414_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placeoffer
    ADD CONSTRAINT placements_placeoffe_created_by_id_9ed3f0b2_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placeoffer
    ADD CONSTRAINT placements_placeoffe_organisation_id_2114b516_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_placeoffer
    ADD CONSTRAINT placements_placeoffe_supplier_id_8e1edd46_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_purgeitem
    ADD CONSTRAINT placements_purgeitem_participant_id_1475a3cc_fk_placement FOREIGN KEY (participant_id) REFERENCES public.placements_participant(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_purgeitem
    ADD CONSTRAINT placements_purgeitem_run_id_0448c6a8_fk_placements_purgerun_id FOREIGN KEY (run_id) REFERENCES public.placements_purgerun(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_purgerun
    ADD CONSTRAINT placements_purgerun_approved_by_id_457214f4_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_purgerun
    ADD CONSTRAINT placements_purgerun_made_by_id_ad6aaa26_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_purgerun
    ADD CONSTRAINT placements_purgerun_organisation_id_6d7ed0b0_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_retentionrule
    ADD CONSTRAINT placements_retention_organisation_id_17bb7c73_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_targetgroup
    ADD CONSTRAINT placements_targetgro_organisation_id_6b591fec_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_waiting
    ADD CONSTRAINT placements_waiting_created_by_id_e726801e_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.placements_waiting
    ADD CONSTRAINT placements_waiting_participant_id_ceb4837f_fk_placement FOREIGN KEY (participant_id) REFERENCES public.placements_participant(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_clause
    ADD CONSTRAINT procurements_clause_guideline_id_52aa1537_fk_procureme FOREIGN KEY (guideline_id) REFERENCES public.procurements_guidelineversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contractsupplier
    ADD CONSTRAINT procurements_contrac_contract_id_077dfebc_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contrac_framework_id_566c63a1_fk_procureme FOREIGN KEY (framework_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contrac_no_requirement_by_id_6fed3bf4_fk_accounts_ FOREIGN KEY (no_requirement_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contrac_organisation_id_3c386aec_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contrac_procurement_id_47a00864_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contractsupplier
    ADD CONSTRAINT procurements_contrac_supplier_id_461efe28_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contract_framework_id_same_organisation FOREIGN KEY (framework_id, organisation_id) REFERENCES public.procurements_contract(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contract_lot_id_21e71d83_fk_procurements_lot_id FOREIGN KEY (lot_id) REFERENCES public.procurements_lot(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contract_lot_id_same_procurement FOREIGN KEY (lot_id, procurement_id) REFERENCES public.procurements_lot(id, procurement_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_contract
    ADD CONSTRAINT procurements_contract_procurement_id_same_organisation FOREIGN KEY (procurement_id, organisation_id) REFERENCES public.procurements_procurement(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_extensionoption
    ADD CONSTRAINT procurements_extensi_contract_id_ec0746b5_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_extensionoption
    ADD CONSTRAINT procurements_extensi_decided_by_id_71fd0e76_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_guidelineversion
    ADD CONSTRAINT procurements_guideli_organisation_id_c4d1b58b_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_lot
    ADD CONSTRAINT procurements_lot_procurement_id_8c719387_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_priorityanswers
    ADD CONSTRAINT procurements_priorit_answered_by_id_f07e163a_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_priorityanswers
    ADD CONSTRAINT procurements_priorit_procurement_id_6a9d6372_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procure_cpv_id_0b6f969b_fk_procureme FOREIGN KEY (cpv_id) REFERENCES public.procurements_cpvcode(code) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procure_department_id_28e1357f_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurementparty
    ADD CONSTRAINT procurements_procure_department_id_43b5d304_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procure_guideline_id_7ff4ccef_fk_procureme FOREIGN KEY (guideline_id) REFERENCES public.procurements_guidelineversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procure_organisation_id_598b7782_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurementparty
    ADD CONSTRAINT procurements_procure_organisation_id_6c5cfec6_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurementparty
    ADD CONSTRAINT procurements_procure_procurement_id_ca9bce4a_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procure_responsible_id_895ed923_fk_accounts_ FOREIGN KEY (responsible_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procurement_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurement
    ADD CONSTRAINT procurements_procurement_guideline_id_same_organisation FOREIGN KEY (guideline_id, organisation_id) REFERENCES public.procurements_guidelineversion(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_procurementparty
    ADD CONSTRAINT procurements_procurementparty_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT procurements_require_clause_id_fbddd167_fk_procureme FOREIGN KEY (clause_id) REFERENCES public.procurements_clause(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT procurements_require_contract_id_63fdd9f5_fk_procureme FOREIGN KEY (contract_id) REFERENCES public.procurements_contract(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT procurements_require_created_by_id_4236f08e_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_requirementdecision
    ADD CONSTRAINT procurements_require_decided_by_id_321bb6da_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_requirementdecision
    ADD CONSTRAINT procurements_require_guideline_id_45919b02_fk_procureme FOREIGN KEY (guideline_id) REFERENCES public.procurements_guidelineversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_requirementdecision
    ADD CONSTRAINT procurements_require_procurement_id_85c9a794_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT procurements_require_procurement_id_fb93b807_fk_procureme FOREIGN KEY (procurement_id) REFERENCES public.procurements_procurement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT procurements_require_source_id_4e7ea048_fk_procureme FOREIGN KEY (source_id) REFERENCES public.procurements_requirement(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_requirement
    ADD CONSTRAINT procurements_requirement_contract_id_same_procurement FOREIGN KEY (contract_id, procurement_id) REFERENCES public.procurements_contract(id, procurement_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.procurements_threshold
    ADD CONSTRAINT procurements_thresho_created_by_id_bc1dc85a_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_bouncingaddress
    ADD CONSTRAINT reminders_bouncingad_cleared_by_id_1fb6f85c_fk_accounts_ FOREIGN KEY (cleared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_calendarfeed
    ADD CONSTRAINT reminders_calendarfe_department_id_b5c99a7d_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_calendarfeed
    ADD CONSTRAINT reminders_calendarfe_organisation_id_3c3b93f8_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_calendarfeed
    ADD CONSTRAINT reminders_calendarfeed_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_calendarfeed
    ADD CONSTRAINT reminders_calendarfeed_user_id_6bb05440_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_deadlinenote
    ADD CONSTRAINT reminders_deadlineno_created_by_id_da5d9eab_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_deadlinenote
    ADD CONSTRAINT reminders_deadlineno_department_id_56cea8fb_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_deadlinenote
    ADD CONSTRAINT reminders_deadlineno_organisation_id_28c13e33_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_deadlinenote
    ADD CONSTRAINT reminders_deadlineno_undone_by_id_e22ec261_fk_accounts_ FOREIGN KEY (undone_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_deadlinenote
    ADD CONSTRAINT reminders_deadlinenote_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_deliveryevent
    ADD CONSTRAINT reminders_deliveryev_mail_id_78af738a_fk_reminders FOREIGN KEY (mail_id) REFERENCES public.reminders_outboxmail(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_deliveryevent
    ADD CONSTRAINT reminders_deliveryevent_by_id_7f3134a0_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_noticechoice
    ADD CONSTRAINT reminders_noticechoi_organisation_id_6ace6e72_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_noticechoice
    ADD CONSTRAINT reminders_noticechoice_user_id_94652d83_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_outboxmail
    ADD CONSTRAINT reminders_outboxmail_created_by_id_209a5891_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_outboxmail
    ADD CONSTRAINT reminders_outboxmail_organisation_id_a0bc5a10_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_outboxmail
    ADD CONSTRAINT reminders_outboxmail_recipient_id_8ff783f6_fk_accounts_user_id FOREIGN KEY (recipient_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_reminder
    ADD CONSTRAINT reminders_reminder_department_id_697a6cc8_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_reminder
    ADD CONSTRAINT reminders_reminder_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_reminder
    ADD CONSTRAINT reminders_reminder_mail_id_4ff948f3_fk_reminders_outboxmail_id FOREIGN KEY (mail_id) REFERENCES public.reminders_outboxmail(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_reminder
    ADD CONSTRAINT reminders_reminder_organisation_id_545565ee_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_reminder
    ADD CONSTRAINT reminders_reminder_recipient_id_c7b2d7b0_fk_accounts_user_id FOREIGN KEY (recipient_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_reminderrule
    ADD CONSTRAINT reminders_reminderru_organisation_id_05ea0aca_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.reminders_remindersettings
    ADD CONSTRAINT reminders_reminderse_organisation_id_cefb1210_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.suppliers_supplieralias
    ADD CONSTRAINT suppliers_supplieral_supplier_id_08d77585_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.suppliers_suppliercontact
    ADD CONSTRAINT suppliers_supplierco_organisation_id_e3dab52b_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.suppliers_suppliercontact
    ADD CONSTRAINT suppliers_supplierco_supplier_id_c83bd7d8_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_chartcomment
    ADD CONSTRAINT targets_chartcomment_created_by_id_988f9301_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_chartcomment
    ADD CONSTRAINT targets_chartcomment_organisation_id_32b316a0_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_chartcomment
    ADD CONSTRAINT targets_chartcomment_undone_by_id_9bde818c_fk_accounts_user_id FOREIGN KEY (undone_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_lettermail
    ADD CONSTRAINT targets_lettermail_contact_id_81dcf6cf_fk_suppliers FOREIGN KEY (contact_id) REFERENCES public.suppliers_suppliercontact(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_lettermail
    ADD CONSTRAINT targets_lettermail_letter_id_e83e3519_fk_targets_r FOREIGN KEY (letter_id) REFERENCES public.targets_resultletter(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_lettermail
    ADD CONSTRAINT targets_lettermail_letter_id_same_organisation FOREIGN KEY (letter_id, organisation_id) REFERENCES public.targets_resultletter(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_lettermail
    ADD CONSTRAINT targets_lettermail_organisation_id_f2a641ea_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_lettermail
    ADD CONSTRAINT targets_lettermail_person_id_9039431c_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_lettermail
    ADD CONSTRAINT targets_lettermail_sent_by_id_3cb146cf_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_namingdecision
    ADD CONSTRAINT targets_namingdecisi_created_by_id_1d70bf71_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_namingdecision
    ADD CONSTRAINT targets_namingdecisi_organisation_id_857acdd0_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_publishedyear
    ADD CONSTRAINT targets_publishedyea_organisation_id_0c2777cf_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_publishedyear
    ADD CONSTRAINT targets_publishedyea_published_by_id_71dee85d_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT targets_resultletter_department_id_8ed71d58_fk_accounts_ FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT targets_resultletter_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT targets_resultletter_made_by_id_c81eed81_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT targets_resultletter_organisation_id_3e7027b7_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT targets_resultletter_snapshot_id_290d3fdb_fk_targets_s FOREIGN KEY (snapshot_id) REFERENCES public.targets_snapshot(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT targets_resultletter_snapshot_id_same_organisation FOREIGN KEY (snapshot_id, organisation_id) REFERENCES public.targets_snapshot(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_resultletter
    ADD CONSTRAINT targets_resultletter_supplier_id_7af1064b_fk_suppliers FOREIGN KEY (supplier_id) REFERENCES public.suppliers_supplier(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_sharelink
    ADD CONSTRAINT targets_sharelink_created_by_id_f211f453_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_sharelink
    ADD CONSTRAINT targets_sharelink_organisation_id_43c35fb1_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_sharelink
    ADD CONSTRAINT targets_sharelink_revoked_by_id_c160ee4a_fk_accounts_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_sharelink
    ADD CONSTRAINT targets_sharelink_snapshot_id_1c577867_fk_targets_snapshot_id FOREIGN KEY (snapshot_id) REFERENCES public.targets_snapshot(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_sharelink
    ADD CONSTRAINT targets_sharelink_snapshot_id_same_organisation FOREIGN KEY (snapshot_id, organisation_id) REFERENCES public.targets_snapshot(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_snapshot
    ADD CONSTRAINT targets_snapshot_frozen_by_id_f109a516_fk_accounts_user_id FOREIGN KEY (frozen_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_snapshot
    ADD CONSTRAINT targets_snapshot_organisation_id_db53e050_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_created_by_id_ceeabf8a_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_department_id_fb74fbfc_fk_accounts_department_id FOREIGN KEY (department_id) REFERENCES public.accounts_department(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_department_id_same_organisation FOREIGN KEY (department_id, organisation_id) REFERENCES public.accounts_department(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_guideline_id_bd233ecc_fk_procureme FOREIGN KEY (guideline_id) REFERENCES public.procurements_guidelineversion(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_guideline_id_same_organisation FOREIGN KEY (guideline_id, organisation_id) REFERENCES public.procurements_guidelineversion(id, organisation_id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_target
    ADD CONSTRAINT targets_target_organisation_id_bef80bbc_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_yearlycost
    ADD CONSTRAINT targets_yearlycost_organisation_id_d7d69b20_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;



ALTER TABLE ONLY public.targets_yearlycost
    ADD CONSTRAINT targets_yearlycost_updated_by_id_441d4b90_fk_accounts_user_id FOREIGN KEY (updated_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;




INSERT INTO public.django_migrations (app, name, applied) VALUES
('account', '0001_initial', now()),
('account', '0002_email_max_length', now()),
('account', '0003_alter_emailaddress_create_unique_verified_email', now()),
('account', '0004_alter_emailaddress_drop_unique_email', now()),
('account', '0005_emailaddress_idx_upper_email', now()),
('account', '0006_emailaddress_lower', now()),
('account', '0007_emailaddress_idx_email', now()),
('account', '0008_emailaddress_unique_primary_email_fixup', now()),
('account', '0009_emailaddress_unique_primary_email', now()),
('accounts', '0001_initial', now()),
('accounts', '0002_same_organisation', now()),
('accounts', '0003_invitations_sent_once', now()),
('accounts', '0004_cache_table', now()),
('accounts', '0005_invited_by_nobody', now()),
('accounts', '0006_saved_filters', now()),
('actionplans', '0001_initial', now()),
('actionplans', '0002_same_organisation', now()),
('actionplans', '0003_seminars', now()),
('actionplans', '0004_seminars_same_organisation', now()),
('auth', '0001_initial', now()),
('auth', '0002_alter_permission_name_max_length', now()),
('auth', '0003_alter_user_email_max_length', now()),
('auth', '0004_alter_user_username_opts', now()),
('auth', '0005_alter_user_last_login_null', now()),
('auth', '0006_require_contenttypes_0002', now()),
('auth', '0007_alter_validators_add_error_messages', now()),
('auth', '0008_alter_user_username_max_length', now()),
('auth', '0009_alter_user_last_name_max_length', now()),
('auth', '0010_alter_group_name_max_length', now()),
('auth', '0011_update_proxy_permissions', now()),
('auth', '0012_alter_user_first_name_max_length', now()),
('contenttypes', '0001_initial', now()),
('contenttypes', '0002_remove_content_type_name', now()),
('core', '0001_swedish_text', now()),
('followups', '0001_initial', now()),
('followups', '0002_same_organisation', now()),
('followups', '0003_minutes_link', now()),
('followups', '0004_reply_link', now()),
('interchange', '0001_initial', now()),
('interchange', '0002_record_bulk_rows_by_statement', now()),
('interchange', '0003_phase_in_the_journal', now()),
('interchange', '0004_skipped_rows', now()),
('interchange', '0005_kinds_of_files', now()),
('mbl', '0001_initial', now()),
('mbl', '0002_same_organisation', now()),
('mbl', '0003_withdrawn_by', now()),
('mbl', '0004_award_is_the_day_of_38', now()),
('onboarding', '0001_initial', now()),
('pghistory', '0001_initial', now()),
('pghistory', '0002_aggregateevent', now()),
('pghistory', '0003_auto_20201023_1636', now()),
('pghistory', '0004_auto_20220906_1625', now()),
('pghistory', '0005_events_middlewareevents', now()),
('pghistory', '0006_delete_aggregateevent', now()),
('pghistory', '0007_auto_20250421_0444', now()),
('placements', '0001_initial', now()),
('placements', '0002_relations', now()),
('placements', '0003_constraints', now()),
('placements', '0004_same_organisation', now()),
('placements', '0005_life_cycle', now()),
('placements', '0006_states', now()),
('placements', '0007_life_cycle_rules', now()),
('placements', '0008_participant_token', now()),
('placements', '0009_latest_start_nulls_last', now()),
('placements', '0010_credit', now()),
('placements', '0011_placement_of_years', now()),
('procurements', '0001_initial', now()),
('procurements', '0002_relations', now()),
('procurements', '0003_same_organisation', now()),
('procurements', '0004_form_token', now()),
('procurements', '0005_cpv_divisions', now()),
('procurements', '0006_values_of_imports', now()),
('procurements', '0007_requirement_count_not_null', now()),
('procurements', '0008_rules_phases_and_decisions', now()),
('procurements', '0009_fill_phases_and_procurements', now()),
('procurements', '0010_requirement_of_procurement', now()),
('procurements', '0011_same_family', now()),
('procurements', '0012_record_bulk_rows_by_statement', now()),
('procurements', '0013_whole_penalty_and_bonus', now()),
('procurements', '0014_counts_attempts', now()),
('procurements', '0015_guideline_process', now()),
('reminders', '0001_initial', now()),
('reminders', '0002_same_organisation', now()),
('reminders', '0003_copies_and_unwritable', now()),
('sessions', '0001_initial', now()),
('suppliers', '0001_initial', now()),
('suppliers', '0002_form_token', now()),
('targets', '0001_initial', now()),
('targets', '0002_life_cycle', now()),
('targets', '0003_measures_and_reports', now()),
('targets', '0004_same_organisation', now()),
('targets', '0005_naming_and_costs', now()),
('targets', '0006_result_letters', now()),
('targets', '0007_letters_same_organisation', now());
