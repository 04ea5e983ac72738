/* Keys, projects and runtimes, and that they are the same after a restart. */
#include "base/sys.h"
#include "engine/access.h"
#include "engine/runtimes.h"
#include "world.h"

static const char sklearn[] =
    "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3";

TEST(own_key_is_made_once)
{
    const char *key, *secret, *key2, *secret2, *found;
    struct engine_who who;
    struct err err = {0};
    struct stat st;

    world_begin(&exec_dry);
    CHECK_OK(access_read_credentials(w.arena, w.dir, &key, &secret, &err), err);
    CHECK_INT(strlen(key), 20);
    CHECK_INT(strlen(secret), 40);
    CHECK_INT(stat(arena_printf(w.arena, "%s/credentials", w.dir), &st), 0);
    CHECK_INT(st.st_mode & 07777, 0600);
    CHECK_INT(access_find(w.engine, w.arena, key, &found, &who), 0);
    CHECK_STR(found, secret);
    CHECK_STR(who.principal, "arn:aws:iam::123456789012:user/slipway");
    CHECK_STR(who.project, "");
    CHECK_INT(access_find(w.engine, w.arena, "AKIAUNKNOWN", &found, &who), -1);
    world_stop();
    CHECK_INT(unlink(arena_printf(w.arena, "%s/credentials", w.dir)), 0); /* is written again */
    w.role = "arn:aws:iam::123456789012:role/service-role/Exec";
    world_start();
    CHECK_OK(access_read_credentials(w.arena, w.dir, &key2, &secret2, &err), err);
    CHECK_STR(key2, key);
    CHECK_STR(secret2, secret);
    CHECK_INT(access_find(w.engine, w.arena, key, NULL, &who), 0);
    CHECK_STR(who.principal, "arn:aws:sts::123456789012:assumed-role/Exec/slipway");
    world_end();
}

TEST(projects_have_keys)
{
    struct project p, q, r, *all;
    struct engine_who who;
    struct err err = {0};
    size_t n;

    world_begin(&exec_dry);
    CHECK_OK(project_register(w.engine, w.arena, "/home/u/my flights", &p, &err), err);
    CHECK_OK(project_register(w.engine, w.arena, "/home/u/my flights/", &q, &err), err);
    CHECK_STR(q.id, p.id);
    CHECK_STR(q.secret, p.secret);
    CHECK_OK(project_register(w.engine, w.arena, "/home/v/my flights", &q, &err), err);
    CHECK(strcmp(q.id, p.id) != 0);
    CHECK_INT(project_register(w.engine, w.arena, "relative", &r, &err), -1);
    CHECK_INT(err.code, ERR_INVALID);
    CHECK_OK(project_register(w.engine, w.arena, "/", &r, &err), err);
    world_stop();
    world_start();
    CHECK_INT(access_find(w.engine, w.arena, p.access_key, NULL, &who), 0);
    CHECK_STR(who.project, p.id);
    CHECK_STR(who.principal, "arn:aws:iam::123456789012:user/my-flights");
    project_list(w.engine, w.arena, &all, &n);
    CHECK_INT(n, 3);
    CHECK(project_find(w.engine, w.arena, q.id, &r));
    CHECK_STR(r.root, "/home/v/my flights");
    CHECK_STR(r.access_key, q.access_key);
    CHECK_STR(r.secret, q.secret);
    world_end();
}

TEST(images_mean_interpreters)
{
    struct runtime_choice c;
    struct runtime_row *rows;
    struct project p;
    struct err err = {0};
    size_t n;

    world_begin(&exec_dry);
    CHECK_OK(project_register(w.engine, w.arena, "/home/u/p", &p, &err), err);
    CHECK_OK(runtime_resolve(w.engine, w.arena, p.id, sklearn, &c, &err), err);
    CHECK_STR(c.python, "/home/u/p/.venv/bin/python");
    CHECK(c.by_default);
    CHECK_INT(runtime_check(w.arena, sklearn, &c, &err), -1);
    CHECK(strstr(err.msg, "python3 -m venv .venv") && strstr(err.msg, "slipway runtime add"));
    CHECK_INT(runtime_resolve(w.engine, w.arena, "", sklearn, &c, &err), -1);
    CHECK(strstr(err.msg, "belongs to no project"));
    CHECK_INT(runtime_resolve(w.engine, w.arena, p.id,
                              "123456789012.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2", &c,
                              &err),
              -1); /* the caller's own image is not AWS's */
    CHECK(strstr(err.msg, "no runtime is known"));
    CHECK_INT(
        runtime_resolve(w.engine, w.arena, p.id, "x/sagemaker-spark-processing:3.3", &c, &err), -1);
    CHECK(strstr(err.msg, "Spark"));
    CHECK_OK(runtime_add(w.engine, "", "*", "/bin/sh", &err), err);
    CHECK_OK(runtime_add(w.engine, p.id, "sagemaker-scikit-learn", "/bin/true", &err), err);
    CHECK_OK(runtime_resolve(w.engine, w.arena, p.id, sklearn, &c, &err), err);
    CHECK_STR(c.python, "/bin/true");
    CHECK_OK(runtime_check(w.arena, sklearn, &c, &err), err);
    CHECK_OK(runtime_resolve(w.engine, w.arena, "", sklearn, &c, &err), err);
    CHECK_STR(c.python, "/bin/sh");
    CHECK_INT(runtime_add(w.engine, "", "x", "/no/such/python", &err), -1);
    CHECK_INT(runtime_add(w.engine, "", "x", "python", &err), -1);
    world_stop();
    world_start();
    runtime_list(w.engine, w.arena, p.id, &rows, &n);
    CHECK_INT(n, 2);
    CHECK_STR(rows[0].pattern, "sagemaker-scikit-learn");
    CHECK_STR(rows[1].project, "");
    CHECK_OK(runtime_remove(w.engine, p.id, "sagemaker-scikit-learn", &err), err);
    CHECK_INT(runtime_remove(w.engine, p.id, "sagemaker-scikit-learn", &err), -1);
    CHECK_INT(err.code, ERR_NOT_FOUND);
    world_end();
}

TEST(differences_are_told)
{
    struct arena *a = arena_create(1 << 20);
    struct json *packages = json_object(a), *warnings = json_array(a);
    struct runtime_info info = {.version = "3.11.2", .packages = packages};

    json_set_str(a, packages, "scikit-learn", "1.9.1");
    runtime_warnings(a, sklearn, &info, warnings);
    CHECK_INT(json_len(warnings), 1);
    CHECK_STR(json_str(json_at(warnings, 0)), "scikit-learn is 1.9.1 here, 1.2 in the image");
    warnings = json_array(a);
    json_set_str(a, packages, "scikit-learn", "1.2.2");
    runtime_warnings(a, sklearn, &info, warnings);
    CHECK_INT(json_len(warnings), 0);
    runtime_warnings(a, "x/pytorch-training:2.0.0-cpu-py310-ubuntu20.04-sagemaker", &info,
                     warnings);
    CHECK_INT(json_len(warnings), 2);
    CHECK_STR(json_str(json_at(warnings, 0)), "Python is 3.11.2 here, 3.10 in the image");
    CHECK_STR(json_str(json_at(warnings, 1)), "torch is not installed here, 2.0.0 in the image");
    arena_destroy(a);
}
