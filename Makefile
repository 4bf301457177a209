# 档案行政执法系统：所有日常命令。每个目标都可以反复运行。
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
PORT ?= 8000
SERVE ?= 1
export PORT SERVE

.DEFAULT_GOAL := help
.PHONY: help setup demo serve work lint format test test-full bench screenshots gallery clean

help: ## 列出命令
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: ## 准备系统软件包、Python 环境与公文字体
	@.ci/setup run

demo: setup ## 从零建立演示数据并打开网站（SERVE=0 只建立数据，PORT=8000）
	@.ci/demo

serve: setup ## 运行自己的网站（数据在 var/serve）与后台任务
	@.ci/serve var/serve

work: setup ## 只运行后台任务
	@.venv/bin/python manage.py work

lint: ## 检查代码风格、导入方向与迁移
	@.ci/setup test
	@.ci/lint

format: ## 按统一格式改写代码
	@.ci/setup test
	@.venv/bin/ruff check --quiet --fix-only . && .venv/bin/ruff format --quiet .

test: ## 全部检查与测试
	@.ci/setup test
	@.ci/test

test-full: ## 全部检查与测试，含耗时的穷举
	@.ci/setup test
	@.ci/test full

bench: ## 测量页面与任务的开销
	@.ci/setup test
	@.ci/bench

screenshots: ## 重拍 docs 中的页面图片
	@.ci/setup test
	@DJANGO_SETTINGS_MODULE=archives_enforcement.settings .venv/bin/python -m tests.browser.screenshots

gallery: ## 重画 docs/gallery 中最难排的文书
	@.ci/setup test
	@DJANGO_SETTINGS_MODULE=archives_enforcement.settings .venv/bin/python -m tests.documents.typesetting.gallery

clean: ## 删除环境、数据与生成的文件（var/serve 除外）
	@rm -rf .venv var/demo var/log var/test var/fonts .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
